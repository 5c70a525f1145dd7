#include <doctest/doctest.h>

#include "core/ink/Segment.h"

using namespace inkling;
using namespace inkling::ink;

namespace {

using Parts = std::vector<std::uint32_t>;

std::vector<Parts> parts_of(const std::vector<Candidate>& found) {
  std::vector<Parts> parts;
  for (const Candidate& candidate : found) parts.push_back(candidate.parts);
  return parts;
}

}  // namespace

TEST_CASE("strokes far apart are digits by themselves, in reading order whatever the order of writing") {
  const std::vector<Part> parts = {{{200, 0, 260, 100}}, {{0, 0, 60, 100}}, {{100, 0, 160, 100}}};
  CHECK(parts_of(candidates(parts)) == std::vector<Parts>{{1}, {2}, {0}});
}

TEST_CASE("strokes that share their width are one digit, and nothing else is asked") {
  const std::vector<Part> seven_and_bar = {{{0, 0, 60, 100}}, {{10, 45, 55, 50}}};
  const auto found = candidates(seven_and_bar);
  REQUIRE(found.size() == 1);
  CHECK(found[0].parts == Parts{0, 1});
  CHECK(found[0].bounds.width() == 60);
}

TEST_CASE("neighbours that hardly overlap or nearly touch may be one digit or two") {
  for (const double left : {55.0, 60.0, 70.0}) {
    const std::vector<Part> parts = {{{0, 0, 60, 100}}, {{left, 0, left + 40, 100}}};
    CHECK(parts_of(candidates(parts)) == std::vector<Parts>{{0}, {0, 1}, {1}});
  }
}

TEST_CASE("a gap speaks against one digit, and little ink against a digit") {
  const auto cost = [](const Part& second, std::size_t candidate) {
    return candidates(std::vector<Part>{{{0, 0, 30, 100}}, second})[candidate].cost;
  };
  CHECK(cost({{50, 0, 65, 100}}, 1) > cost({{35, 0, 50, 100}}, 1));
  CHECK(cost({{35, 0, 50, 20}}, 2) > cost({{35, 0, 50, 100}}, 2));
  CHECK(cost({{35, 0, 50, 100}, true}, 0) > cost({{35, 0, 50, 100}}, 0));
}

TEST_CASE("lines are read one after the other") {
  const std::vector<Part> parts = {{{0, 200, 60, 300}}, {{150, 0, 210, 100}}, {{10, 5, 60, 95}}};
  CHECK(parts_of(candidates(parts)) == std::vector<Parts>{{2}, {1}, {0}});
}

TEST_CASE("no ink is no candidate, dots are some, and a thousand parts and one are a drawing") {
  CHECK(candidates({}).empty());
  CHECK(candidates(std::vector<Part>(3)).empty());
  CHECK(candidates(std::vector<Part>{{{3, 3, 3, 3}}, {{9, 3, 9, 3}}}).size() == 2);
  std::vector<Part> many;
  for (int part = 0; part < 1001; ++part) many.push_back({{part * 10.0, 0, part * 10.0 + 1, 5}});
  CHECK(candidates(many).size() == 1);
  many.pop_back();
  CHECK(candidates(many).size() == 1000);
}
