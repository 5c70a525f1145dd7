#include "core/data/LabelOverrides.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <utility>

namespace inkling::data {

bool fit(const LabelOverrides& changes, const Dataset& dataset) {
  return dataset.labelled() && changes.rows.size() == changes.labels.size() &&
         std::ranges::all_of(changes.rows, [&](std::size_t row) { return row < dataset.size(); }) &&
         std::ranges::all_of(changes.labels,
                             [](std::uint8_t label) { return label < class_count || label == left_out; });
}

std::vector<std::uint8_t> overridden_labels(const Dataset& dataset, const LabelOverrides& changes) {
  assert(fit(changes, dataset));
  std::vector<std::uint8_t> labels = dataset.labels;
  for (std::size_t at = 0; at < changes.rows.size(); ++at) labels[changes.rows[at]] = changes.labels[at];
  return labels;
}

Dataset with_labels(const Dataset& dataset, std::span<const std::uint8_t> labels) {
  assert(labels.size() == dataset.labels.size());
  std::vector<std::uint32_t> kept;
  std::vector<std::uint8_t> kept_labels;
  for (std::uint32_t row = 0; row < labels.size(); ++row) {
    if (labels[row] == left_out) continue;
    kept.push_back(row);
    kept_labels.push_back(labels[row]);
  }
  Dataset changed = select(dataset, kept);
  changed.labels = std::move(kept_labels);
  return changed;
}

}  // namespace inkling::data
