// SPDX-License-Identifier: MIT
#include "core/data/Batches.h"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "core/augment/ImageAugment.h"
#include "core/augment/StrokeAugment.h"
#include "core/base/Random.h"

namespace inkling::data {

Subset whole(const Dataset& dataset) {
  Subset subset{&dataset, std::vector<std::uint32_t>(dataset.size())};
  std::iota(subset.indices.begin(), subset.indices.end(), 0u);
  return subset;
}

Subset without_class(const Dataset& dataset) {
  Subset subset = whole(dataset);
  std::erase_if(subset.indices, [&](std::uint32_t index) { return dataset.labels[index] != no_class; });
  return subset;
}

Batches::Batches(const Subset& subset, const BatchOptions& options)
    : subset_(&subset), options_(options), digits_(are_digits(subset.dataset->classes)) {
  assert(options.size > 0 && subset.dataset->labelled());
  start_epoch(0);
}

void Batches::start_epoch(int epoch) {
  epoch_ = epoch;
  order_ = subset_->indices;
  Random(options_.seed, Purpose::order, static_cast<std::uint64_t>(epoch)).shuffle(std::span(order_));
}

int Batches::count() const {
  return (static_cast<int>(order_.size()) + options_.size - 1) / options_.size;
}

int Batches::size(int batch) const {
  return std::min(options_.size, static_cast<int>(order_.size()) - batch * options_.size);
}

std::uint8_t Batches::load(int batch, int position, std::span<float, image_pixels> floats) const {
  const auto order_index = static_cast<std::size_t>(batch) * static_cast<std::size_t>(options_.size) +
                           static_cast<std::size_t>(position);
  const std::uint32_t index = order_[order_index];
  const Dataset& dataset = *subset_->dataset;
  if (!options_.augmentation) {
    to_floats(dataset.image(index), floats);
    return dataset.labels[index];
  }
  Random random(options_.seed, Purpose::augmentation,
                static_cast<std::uint64_t>(epoch_) * order_.size() + order_index);
  if (dataset.has_strokes(index)) {
    to_floats(augment::redraw_strokes(dataset.inks[index], digits_ ? dataset.labels[index] : no_class,
                                      options_.augmentation->strokes, random),
              floats);
  } else {
    to_floats(dataset.image(index), floats);
  }
  augment::augment_image(floats, *options_.augmentation, random);
  return dataset.labels[index];
}

}  // namespace inkling::data
