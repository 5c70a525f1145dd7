// SPDX-License-Identifier: MIT
#include "core/model/Calibration.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/Number.h"
#include "core/nn/Loss.h"

namespace inkling::model {

namespace {

// Part of the file format, where the energy threshold has an older name.
constexpr const char *temperature_key = "temperature", *energy_key = "least_energy";

std::string to_text(float number) {
  return to_fixed(number, calibration_decimals);
}

/// A number in that range, in the notation of to_text() only.
std::optional<float> parse(const std::string& text, float min, float max) {
  const auto value = static_cast<float>(parse_number(text).value_or(-1));
  const bool valid = value >= min && value <= max && to_text(value) == text;
  return valid ? std::optional(value) : std::nullopt;
}

}  // namespace

float energy(std::span<const float> logits) {
  const double largest = *std::max_element(logits.begin(), logits.end());
  const double mean = std::accumulate(logits.begin(), logits.end(), 0.0) / static_cast<double>(logits.size());
  double sum = 0;
  for (const float logit : logits) sum += std::exp(logit - largest);
  const auto energy = static_cast<float>(std::log(sum) + largest - mean);
  return std::isfinite(energy) ? energy : 0;
}

AlignedVector<float> probabilities(std::span<const float> logits, float temperature) {
  AlignedVector<float> values(logits.begin(), logits.end());  // Eigen's order of summation depends on it
  for (float& value : values) value /= temperature;
  nn::softmax<float>({values.data(), 1, static_cast<Eigen::Index>(values.size())});
  return values;
}

void write_calibration(const Calibration& calibration, std::map<std::string, std::string>& metadata) {
  metadata[temperature_key] = to_text(calibration.temperature);
  metadata[energy_key] = to_text(calibration.energy_threshold);
}

Result<std::optional<Calibration>> read_calibration(const std::map<std::string, std::string>& metadata) {
  const auto temperature = metadata.find(temperature_key), energy = metadata.find(energy_key);
  if (temperature == metadata.end() && energy == metadata.end()) return std::optional<Calibration>();
  const Error invalid{"its temperature must be 0.05 to 20, and its least_energy 0 to 1000"};
  if (temperature == metadata.end() || energy == metadata.end()) return invalid;
  const auto parsed_temperature = parse(temperature->second, min_temperature, max_temperature);
  const auto threshold = parse(energy->second, 0, max_energy);
  if (!parsed_temperature || !threshold) return invalid;
  return std::optional(Calibration{*parsed_temperature, *threshold});
}

}  // namespace inkling::model
