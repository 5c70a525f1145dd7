#include <doctest/doctest.h>

#include <algorithm>

#include "core/base/Random.h"
#include "core/data/SyntheticDigits.h"
#include "core/nn/Architecture.h"
#include "core/nn/Network.h"
#include "core/train/Answers.h"

using namespace inkling;

TEST_CASE("answers come out the same for all images at once and for parts in the same memory") {
  const Dataset dataset = synthetic_digits(600, 3);
  Model model;
  model.network = build_network("conv 3x3 4 | norm | relu | pool 4 | dense 10").value();
  Random random(1, Purpose::weights);
  model.weights = initial_weights<float>(model.network, Initialisation{}, random);
  ThreadPool pool;
  const Answers all = answer(model, dataset, pool);
  REQUIRE(all.digits.size() == 600);
  Evaluation memory(model.network);
  for (const std::size_t first : {0u, 1u, 256u, 599u}) {
    const std::size_t count = std::min<std::size_t>(270, dataset.size() - first);
    const Answers some = answer(model, dataset, pool, memory, first, count);
    REQUIRE(some.digits.size() == count);
    for (std::size_t image = 0; image < count; ++image) {
      CHECK(some.digits[image] == all.digits[first + image]);
    }
  }
}
