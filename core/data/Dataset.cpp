// SPDX-License-Identifier: MIT
#include "core/data/Dataset.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/base/Sha256.h"
#include "core/ink/Ink.h"

namespace inkling::data {

std::array<std::size_t, class_count> label_histogram(std::span<const std::uint8_t> labels) {
  std::array<std::size_t, class_count> histogram{};
  for (const std::uint8_t label : labels)
    if (label < class_count) ++histogram[label];
  return histogram;
}

std::size_t digit_count(const Dataset& dataset) {
  const auto is_digit = [](std::uint8_t label) { return label < class_count; };
  return static_cast<std::size_t>(std::ranges::count_if(dataset.labels, is_digit));
}

std::string fingerprint(const Dataset& dataset) {
  std::string hashes = sha256(dataset.pixels) + sha256(dataset.labels);
  if (!dataset.inks.empty()) hashes += sha256(ink::serialize_inks(dataset.inks));
  return sha256({reinterpret_cast<const std::uint8_t*>(hashes.data()), hashes.size()});
}

Dataset select(const Dataset& dataset, std::span<const std::uint32_t> indices) {
  Dataset selected;
  selected.pixels.reserve(indices.size() * image_pixels);
  for (const std::uint32_t index : indices) {
    const auto image = dataset.image(index);
    selected.pixels.insert(selected.pixels.end(), image.begin(), image.end());
    if (dataset.labelled()) selected.labels.push_back(dataset.labels[index]);
    if (!dataset.inks.empty()) selected.inks.push_back(dataset.inks[index]);
  }
  return selected;
}

void append(Dataset& dataset, Dataset more) {
  const auto move_to_end = []<class Value>(std::vector<Value>& values, std::vector<Value>& added) {
    values.insert(values.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
  };
  if (!dataset.inks.empty() || !more.inks.empty()) {
    dataset.inks.resize(dataset.size());
    more.inks.resize(more.size());
    move_to_end(dataset.inks, more.inks);
  }
  move_to_end(dataset.pixels, more.pixels);
  move_to_end(dataset.labels, more.labels);
}

}  // namespace inkling::data
