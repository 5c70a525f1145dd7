#include <doctest/doctest.h>

#include "core/recognize/ViterbiPath.h"

using namespace inkling;
using namespace inkling::recognize;

TEST_CASE("the cheapest way through the pieces is taken, by reading and by geometry") {
  std::vector<ink::Candidate> candidates(3);
  candidates[0].end = 1;
  candidates[1].end = 2;
  candidates[2].begin = 1;
  candidates[2].end = 2;
  using Path = std::vector<std::size_t>;
  CHECK(viterbi_path(candidates, std::vector<float>{1, 3, 1}) == Path{0, 2});
  CHECK(viterbi_path(candidates, std::vector<float>{1, 1.5f, 1}) == Path{1});
  candidates[1].cost = 1;
  CHECK(viterbi_path(candidates, std::vector<float>{1, 1.5f, 1}) == Path{0, 2});
  CHECK(viterbi_path({}, {}).empty());
}
