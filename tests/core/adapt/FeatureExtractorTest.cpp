#include "core/adapt/FeatureExtractor.h"

#include <doctest/doctest.h>

#include "core/data/Batches.h"
#include "core/nn/Architecture.h"
#include "core/synthetic/SyntheticDigits.h"

using namespace inkling;
using namespace inkling::adapt;

TEST_CASE("features are what comes out of the network, whatever the number of threads") {
  const nn::Network body = nn::build_network("conv 3x3 4 | relu | pool 4 | dense 12").value();
  Random random(1);
  AlignedVector<float> weights(body.weight_count);
  for (float& weight : weights) weight = 0.3f * random.normal();
  const data::Dataset digits = synthetic::synthetic_digits(70, 2);
  const auto load = [&](int image, std::span<float, image_pixels> floats) {
    to_floats(digits.image(static_cast<std::size_t>(image)), floats);
  };
  ThreadPool one(1);
  const math::Matrix<float> features = FeatureExtractor(body, weights).of(70, load, one);
  nn::Workspace<float> memory(body, 1, nn::Mode::inference);
  for (Eigen::Index image = 0; image < features.rows(); ++image) {
    load(static_cast<int>(image), std::span<float, image_pixels>(memory.input(), image_pixels));
    memory.forward(weights, 1, nn::Mode::inference);
    for (Eigen::Index value = 0; value < features.cols(); ++value)
      CHECK(features(image, value) == doctest::Approx(memory.output()[value]).epsilon(1e-5));
  }
#if !defined(__EMSCRIPTEN__) || defined(__EMSCRIPTEN_PTHREADS__)
  ThreadPool three(3);
  CHECK(FeatureExtractor(body, weights).of(70, load, three) == features);
#endif
}
