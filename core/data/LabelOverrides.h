#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/data/Dataset.h"

namespace inkling::data {

/// Stands for the label of a row that is left out: it is neither trained on nor held out.
inline constexpr std::uint8_t left_out = 255;

/// What a person has changed of labelled data by hand.
struct LabelOverrides {
  std::vector<std::uint32_t> rows;   // of the data, from 0
  std::vector<std::uint8_t> labels;  // [rows] what each shows instead, 0 to 9, or left_out
};

/// Whether the changes are of rows that there are, to labels that there are.
bool fit(const LabelOverrides& changes, const Dataset& dataset);

/// The labels of all rows once these changes, which fit, are made: those left out have left_out.
std::vector<std::uint8_t> overridden_labels(const Dataset& dataset, const LabelOverrides& changes);

/// The dataset with such labels, without the rows left out. What is trained on it is what would be trained on
/// a file that had been changed so before it was read.
Dataset with_labels(const Dataset& dataset, std::span<const std::uint8_t> labels);

}  // namespace inkling::data
