// SPDX-License-Identifier: MIT
#include "core/data/Split.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

#include "core/base/Random.h"

namespace inkling::data {

namespace {

using Counts = std::vector<std::size_t>;  // [classes]

/// The number of classes that labels up to the largest may stand for.
std::size_t classes_of(std::span<const std::uint8_t> labels) {
  std::size_t classes = 0;
  for (const std::uint8_t label : labels)
    if (label != no_class) classes = std::max<std::size_t>(classes, label + 1);
  return classes;
}

/// How many images of each class to hold out, by the largest remainder method: each class's share is rounded
/// down, then those that lost most get one more until the total is right.
Counts validation_counts(const Counts& images, double share) {
  Counts counts(images.size());
  std::vector<double> remainder(images.size());
  for (std::size_t label = 0; label < images.size(); ++label) {
    const double exact = static_cast<double>(images[label]) * share;
    counts[label] = static_cast<std::size_t>(exact);
    remainder[label] = exact - std::floor(exact);
  }
  const double total_images =
      static_cast<double>(std::accumulate(images.begin(), images.end(), std::size_t{0}));
  const auto target = static_cast<std::size_t>(std::llround(total_images * share));
  std::vector<std::size_t> order(images.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return remainder[a] != remainder[b] ? remainder[a] > remainder[b] : a < b;
  });
  std::size_t total = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
  for (auto label = order.begin(); total < target && label != order.end(); ++label, ++total) ++counts[*label];
  return counts;
}

}  // namespace

Split split(std::span<const std::uint8_t> labels, double validation_share, std::uint64_t seed) {
  assert(validation_share >= 0 && validation_share < 1);
  std::vector<std::uint32_t> order(labels.size());
  std::iota(order.begin(), order.end(), 0u);
  Random random(seed, Purpose::split);
  random.shuffle(std::span(order));
  Counts remaining = validation_counts(label_histogram(labels, classes_of(labels)), validation_share);
  Split result;
  for (const std::uint32_t index : order) {
    const bool validates = labels[index] < remaining.size() && remaining[labels[index]] > 0;
    (validates ? result.validation : result.training).push_back(index);
    if (validates) --remaining[labels[index]];
  }
  // Without this, classes whose validation share was complete early would come first.
  random.shuffle(std::span(result.training));
  return result;
}

Split split(const Dataset& dataset, double validation_share, std::uint64_t seed) {
  assert(dataset.labelled());
  return split(std::span(dataset.labels), validation_share, seed);
}

}  // namespace inkling::data
