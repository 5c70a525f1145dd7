// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>

#include "core/base/Digit.h"
#include "core/base/Random.h"
#include "core/model/Calibration.h"

using namespace inkling;
using namespace inkling::model;

namespace {

using Logits = std::array<float, digit_count>;
using Metadata = std::map<std::string, std::string>;

Logits random_logits(Random& random) {
  Logits logits;
  for (float& logit : logits) logit = random.uniform(-5, 5);
  return logits;
}

Logits peak_of(float largest) {
  Logits logits{};
  logits[4] = largest;
  return logits;
}

std::string refusal(const Metadata& metadata) {
  const auto calibration = read_calibration(metadata);
  return calibration.ok() ? "accepted" : calibration.error().message;
}

}  // namespace

TEST_CASE("energy is ln 10 for equal logits, and grows with the largest") {
  for (const float level : {-40.0f, 0.0f, 7.5f}) {
    Logits logits;
    logits.fill(level);
    CHECK(energy(logits) == doctest::Approx(std::log(10)));
  }
  CHECK(energy(peak_of(5)) == doctest::Approx(std::log(std::exp(5) + 9) - 0.5));
  CHECK(energy(peak_of(5)) > energy(peak_of(2)));
  CHECK(energy(peak_of(2)) > energy(peak_of(0)));
}

TEST_CASE("energy ignores a constant added to all logits, and is at least ln 10") {
  Random random(1);
  for (int round = 0; round < 100; ++round) {
    const Logits logits = random_logits(random);
    Logits shifted = logits;
    for (float& logit : shifted) logit += 3;
    CHECK(energy(shifted) == doctest::Approx(energy(logits)).epsilon(1e-5));
    CHECK(energy(logits) >= doctest::Approx(std::log(10)));
  }
}

TEST_CASE("the energy of logits that are not finite is 0, and that of huge ones is finite") {
  constexpr float infinite = std::numeric_limits<float>::infinity();
  CHECK(energy(peak_of(infinite)) == 0);
  CHECK(energy(peak_of(-infinite)) == 0);
  CHECK(energy(peak_of(std::numeric_limits<float>::quiet_NaN())) == 0);
  CHECK(energy(peak_of(1e30f)) == doctest::Approx(0.9e30f));
}

TEST_CASE("a temperature changes the confidence, not the predicted digit") {
  Random random(2);
  for (int round = 0; round < 100; ++round) {
    const Logits logits = random_logits(random);
    const auto predicted = std::max_element(logits.begin(), logits.end()) - logits.begin();
    float previous = 1;
    for (const float temperature : {0.5f, 1.0f, 2.0f, 20.0f}) {
      const auto values = probabilities(logits, temperature);
      CHECK(std::accumulate(values.begin(), values.end(), 0.0f) == doctest::Approx(1));
      CHECK(std::max_element(values.begin(), values.end()) - values.begin() == predicted);
      CHECK(*std::max_element(values.begin(), values.end()) < previous);
      previous = *std::max_element(values.begin(), values.end());
    }
  }
  CHECK(probabilities(peak_of(4), 2)[4] == doctest::Approx(std::exp(2) / (std::exp(2) + 9)));
}

TEST_CASE("a calibration written and read is the same, to the decimals that are stored") {
  Random random(3);
  for (int round = 0; round < 1000; ++round) {
    const auto rounded = [&](float max) { return std::round(random.uniform(1, max) * 1e4f) / 1e4f; };
    const Calibration calibration{rounded(20), rounded(1000)};
    Metadata metadata;
    write_calibration(calibration, metadata);
    const auto read = read_calibration(metadata);
    REQUIRE(read.ok());
    REQUIRE(read.value().has_value());
    CHECK(read.value()->temperature == calibration.temperature);
    CHECK(read.value()->energy_threshold == calibration.energy_threshold);
  }
  for (const Calibration& calibration :
       {Calibration{}, Calibration{min_temperature, 0}, Calibration{max_temperature, max_energy}}) {
    Metadata metadata;
    write_calibration(calibration, metadata);
    CHECK(read_calibration(metadata).ok());
  }
}

TEST_CASE("without entries there is no calibration, and one entry alone or out of range is refused") {
  CHECK_FALSE(read_calibration({}).value().has_value());
  CHECK(refusal({{"temperature", "1.5000"}, {"least_energy", "4.0000"}}) == "accepted");
  const std::string invalid = "its temperature must be 0.05 to 20, and its least_energy 0 to 1000";
  CHECK(refusal({{"temperature", "1.5000"}}) == invalid);
  CHECK(refusal({{"least_energy", "4.0000"}}) == invalid);
  for (const char* temperature :
       {"", "1", "0.0000", "-1.0000", "0.0499", "20.0001", "nan", "inf", "1e999", "1e999999999999", "hot",
        "1.5000 ", " 1.5000", "1.50", "1.50000", "01.5000", "+1.5000", "1,5000", "15000e-4"})
    CHECK(refusal({{"temperature", temperature}, {"least_energy", "4.0000"}}) == invalid);
  for (const char* energy :
       {"", "4", "-1.0000", "-0.0000", "nan", "inf", "1000.0001", "1e39", "4 or so", "4.00000"})
    CHECK(refusal({{"temperature", "1.5000"}, {"least_energy", energy}}) == invalid);
}
