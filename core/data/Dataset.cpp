#include "core/data/Dataset.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

#include "core/base/Sha256.h"
#include "core/ink/Ink.h"

namespace inkling::data {

std::array<std::size_t, class_count> label_histogram(std::span<const std::uint8_t> labels) {
  std::array<std::size_t, class_count> histogram{};
  for (const std::uint8_t label : labels) {
    assert(label < class_count);
    ++histogram[label];
  }
  return histogram;
}

std::size_t digit_count(const Dataset& dataset) {
  return static_cast<std::size_t>(std::count_if(dataset.labels.begin(), dataset.labels.end(),
                                                [](std::uint8_t label) { return label != no_digit; }));
}

std::string fingerprint(const Dataset& dataset) {
  std::string parts = sha256(dataset.pixels) + sha256(dataset.labels);
  if (!dataset.inks.empty()) parts += sha256(ink::serialize_inks(dataset.inks));
  return sha256({reinterpret_cast<const std::uint8_t*>(parts.data()), parts.size()});
}

Dataset select(const Dataset& dataset, std::span<const std::uint32_t> indices) {
  Dataset chosen;
  chosen.pixels.reserve(indices.size() * image_pixels);
  for (const std::uint32_t index : indices) {
    const auto image = dataset.image(index);
    chosen.pixels.insert(chosen.pixels.end(), image.begin(), image.end());
    if (dataset.labelled()) chosen.labels.push_back(dataset.labels[index]);
    if (!dataset.inks.empty()) chosen.inks.push_back(dataset.inks[index]);
  }
  return chosen;
}

void append(Dataset& dataset, Dataset more) {
  const auto move_behind = []<class Value>(std::vector<Value>& values, std::vector<Value>& added) {
    values.insert(values.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
  };
  if (!dataset.inks.empty() || !more.inks.empty()) {
    dataset.inks.resize(dataset.size());
    more.inks.resize(more.size());
    move_behind(dataset.inks, more.inks);
  }
  move_behind(dataset.pixels, more.pixels);
  move_behind(dataset.labels, more.labels);
}

}  // namespace inkling::data
