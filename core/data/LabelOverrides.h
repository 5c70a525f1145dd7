// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/data/Dataset.h"

namespace inkling::data {

/// In place of a label: the image is excluded from training and validation.
inline constexpr std::uint8_t excluded = 255;

/// Labels of a dataset that a person changed by hand.
struct LabelOverrides {
  std::vector<std::uint32_t> rows;   // images, counted from 0
  std::vector<std::uint8_t> labels;  // [rows] the new labels, or `excluded`
};

/// Whether the dataset is labelled and has these rows, and the labels are legal.
bool is_valid(const LabelOverrides& overrides, const Dataset& dataset);

/// All labels [images] with the overrides, which must be valid, applied.
std::vector<std::uint8_t> overridden_labels(const Dataset& dataset, const LabelOverrides& overrides);

/// The dataset with these labels [images], without the images that are `excluded`. Training on it gives the
/// same weights as training on a file that was edited that way.
Dataset relabelled(const Dataset& dataset, std::span<const std::uint8_t> labels);

}  // namespace inkling::data
