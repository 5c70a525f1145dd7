// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>

#include "core/base/AlignedVector.h"
#include "core/base/Result.h"

namespace inkling::model {

/// Makes a network's probabilities trustworthy, and tells its classes from everything else. Fitted on images
/// that the network was not trained on, by eval/FitCalibration. The default changes nothing.
struct Calibration {
  float temperature = 1;  // divides the logits before the softmax (Guo et al., 2017)
  /// An image with less energy is out of distribution: it shows none of the classes. Readers that know more
  /// about an image allow a margin: accept_among_digits(), read_mnist_image(), read_box_digit() and
  /// Recognizer::recognition_cost().
  float energy_threshold = 0;
};

// The valid range, and the decimals that files store.
inline constexpr float min_temperature = 0.05f, max_temperature = 20, max_energy = 1000;
inline constexpr int calibration_decimals = 4;

/// How confident the network is that the image shows one of its classes: logsumexp(logits - mean(logits)).
/// This is the negative energy of Liu et al. (2020) with the mean removed, which a softmax ignores, too. At
/// least the logarithm of the number of classes, its value if all logits are equal; 0 if it isn't finite.
float energy(std::span<const float> logits);

/// The softmax of the logits divided by `temperature`.
AlignedVector<float> probabilities(std::span<const float> logits, float temperature);

/// Adds the calibration to a model file's metadata.
void write_calibration(const Calibration& calibration, std::map<std::string, std::string>& metadata);

/// The inverse of write_calibration(); nullopt if there is none. Refuses one entry without the other, values
/// out of range and any other notation.
Result<std::optional<Calibration>> read_calibration(const std::map<std::string, std::string>& metadata);

}  // namespace inkling::model
