// SPDX-License-Identifier: MIT
#include "core/data/LabelOverrides.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <utility>

namespace inkling::data {

bool is_valid(const LabelOverrides& overrides, const Dataset& dataset) {
  return dataset.labelled() && overrides.rows.size() == overrides.labels.size() &&
         std::ranges::all_of(overrides.rows, [&](std::size_t row) { return row < dataset.size(); }) &&
         std::ranges::all_of(overrides.labels, [&](std::uint8_t label) {
           return label < dataset.classes.size() || label == excluded;
         });
}

std::vector<std::uint8_t> overridden_labels(const Dataset& dataset, const LabelOverrides& overrides) {
  assert(is_valid(overrides, dataset));
  std::vector<std::uint8_t> labels = dataset.labels;
  for (std::size_t index = 0; index < overrides.rows.size(); ++index)
    labels[overrides.rows[index]] = overrides.labels[index];
  return labels;
}

Dataset relabelled(const Dataset& dataset, std::span<const std::uint8_t> labels) {
  assert(labels.size() == dataset.labels.size());
  std::vector<std::uint32_t> included;
  std::vector<std::uint8_t> included_labels;
  for (std::uint32_t row = 0; row < labels.size(); ++row) {
    if (labels[row] == excluded) continue;
    included.push_back(row);
    included_labels.push_back(labels[row]);
  }
  Dataset result = select(dataset, included);
  result.labels = std::move(included_labels);
  return result;
}

}  // namespace inkling::data
