// SPDX-License-Identifier: MIT
#include "core/data/Split.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <span>

#include "core/base/Random.h"

namespace inkling::data {

namespace {

using Counts = std::array<std::size_t, class_count>;

/// How many images of each digit to hold out, by the largest remainder method: each digit's share is rounded
/// down, then those that lost most get one more until the total is right.
Counts validation_counts(const Counts& images, double share) {
  Counts counts{};
  std::array<double, class_count> remainder{};
  for (std::size_t digit = 0; digit < class_count; ++digit) {
    const double exact = static_cast<double>(images[digit]) * share;
    counts[digit] = static_cast<std::size_t>(exact);
    remainder[digit] = exact - std::floor(exact);
  }
  const double total_images =
      static_cast<double>(std::accumulate(images.begin(), images.end(), std::size_t{0}));
  const auto target = static_cast<std::size_t>(std::llround(total_images * share));
  std::array<std::size_t, class_count> order;
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return remainder[a] != remainder[b] ? remainder[a] > remainder[b] : a < b;
  });
  std::size_t total = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
  for (auto digit = order.begin(); total < target && digit != order.end(); ++digit, ++total) ++counts[*digit];
  return counts;
}

}  // namespace

Split split(std::span<const std::uint8_t> labels, double validation_share, std::uint64_t seed) {
  assert(validation_share >= 0 && validation_share < 1);
  std::vector<std::uint32_t> order(labels.size());
  std::iota(order.begin(), order.end(), 0u);
  Random random(seed, Purpose::split);
  random.shuffle(std::span(order));
  Counts remaining = validation_counts(label_histogram(labels), validation_share);
  Split result;
  for (const std::uint32_t index : order) {
    const bool validates = labels[index] < class_count && remaining[labels[index]] > 0;
    (validates ? result.validation : result.training).push_back(index);
    if (validates) --remaining[labels[index]];
  }
  // Without this, digits whose validation share was complete early would come first.
  random.shuffle(std::span(result.training));
  return result;
}

Split split(const Dataset& dataset, double validation_share, std::uint64_t seed) {
  assert(dataset.labelled());
  return split(std::span(dataset.labels), validation_share, seed);
}

}  // namespace inkling::data
