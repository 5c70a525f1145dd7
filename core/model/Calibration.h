#pragma once

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>

#include "core/base/Result.h"
#include "core/data/Dataset.h"

namespace inkling::model {

/// What turns a network's outputs (logits) into how sure it is, and whether it has seen a digit at all. Found
/// on images that the network was not trained on; as it stands here it changes nothing.
struct Calibration {
  float temperature = 1;       // the logits are divided by it before the softmax (Guo et al., 2017)
  float energy_threshold = 0;  // what is seen with less is no digit
};

// What a calibration may have: its numbers are stored to so many places.
inline constexpr float least_temperature = 0.05f, most_temperature = 20, most_energy = 1000;
inline constexpr int calibration_places = 4;

/// How certain it is that there is a digit, whichever: logsumexp(logits - mean(logits)), the energy of Liu et
/// al. (2020) with its sign turned and, as a softmax does not see it either, without what all logits share.
/// From ln 10 on, where all are equal; 0 for logits that are not finite.
float energy(std::span<const float, class_count> logits);

/// The softmax of the logits divided by `temperature`.
std::array<float, class_count> probabilities(std::span<const float, class_count> logits, float temperature);

/// Adds the calibration to what a model's file says of itself.
void write_calibration(const Calibration& calibration, std::map<std::string, std::string>& metadata);

/// What write_calibration() wrote, or nothing where there is none. Refuses half of one, and numbers that are
/// not written as there or out of their range.
Result<std::optional<Calibration>> read_calibration(const std::map<std::string, std::string>& metadata);

}  // namespace inkling::model
