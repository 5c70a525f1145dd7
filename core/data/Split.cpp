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

/// How many images of each class are held out: its share rounded down, and one more for those that lose most
/// by that, until the whole share is reached (the largest remainders).
Counts held_out(const Counts& images, double share) {
  Counts chosen{};
  std::array<double, class_count> remainder{};
  for (std::size_t digit = 0; digit < class_count; ++digit) {
    const double exact = static_cast<double>(images[digit]) * share;
    chosen[digit] = static_cast<std::size_t>(exact);
    remainder[digit] = exact - std::floor(exact);
  }
  const double all = static_cast<double>(std::accumulate(images.begin(), images.end(), std::size_t{0}));
  const auto wanted = static_cast<std::size_t>(std::llround(all * share));
  std::array<std::size_t, class_count> order;
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return remainder[a] != remainder[b] ? remainder[a] > remainder[b] : a < b;
  });
  std::size_t total = std::accumulate(chosen.begin(), chosen.end(), std::size_t{0});
  for (auto digit = order.begin(); total < wanted && digit != order.end(); ++digit, ++total) ++chosen[*digit];
  return chosen;
}

}  // namespace

Split split(std::span<const std::uint8_t> labels, double validation_share, std::uint64_t seed) {
  assert(validation_share >= 0 && validation_share < 1);
  std::vector<std::uint32_t> order(labels.size());
  std::iota(order.begin(), order.end(), 0u);
  Random random(seed, Purpose::split);
  random.shuffle(std::span(order));
  Counts left = held_out(label_histogram(labels), validation_share);
  Split result;
  for (const std::uint32_t index : order) {
    std::size_t& wanted = left[labels[index]];
    (wanted > 0 ? result.validation : result.training).push_back(index);
    if (wanted > 0) --wanted;
  }
  // What is left over begins with the classes whose share was full first.
  random.shuffle(std::span(result.training));
  return result;
}

Split split(const Dataset& dataset, double validation_share, std::uint64_t seed) {
  assert(dataset.labelled());
  return split(std::span(dataset.labels), validation_share, seed);
}

}  // namespace inkling::data
