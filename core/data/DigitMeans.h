// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>

#include "core/data/Dataset.h"

namespace inkling::data {

inline constexpr int mean_side = 7, mean_pixels = mean_side * mean_side;

/// How alike the mean images of a labelled dataset's digits are to those of ordinary handwriting, from -1 to
/// 1. `order` has for each of the 7x7 pixels where it lies in the dataset's images, so that these may be
/// turned; `shift` is subtracted from the labels. MNIST has 0.99, and each quarter turn or reflection of it,
/// as well as any other label, is at least 0.09 lower for 20 images, 0.16 for 1,000.
class DigitMeans {
 public:
  explicit DigitMeans(const Dataset& dataset);

  double likeness(std::span<const std::size_t, mean_pixels> order, int shift = 0) const;

  /// The digits that have images.
  int digits() const { return digits_; }

  std::size_t images() const { return images_; }

 private:
  double means_[digit_count][mean_pixels] = {};
  bool present_[digit_count] = {};
  int digits_ = 0;
  std::size_t images_ = 0;
};

}  // namespace inkling::data
