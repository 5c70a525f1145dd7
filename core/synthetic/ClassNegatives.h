// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/Random.h"
#include "core/data/Dataset.h"
#include "core/synthetic/Negatives.h"

namespace inkling::synthetic {

/// What may be drawn or uploaded that shows none of some classes, whatever these are: scribbles, noise and
/// blank paper, and two images of the classes side by side or a part of one. Symbols and cut digits, as among
/// the negatives of digits, could be classes.
enum class ClassNegativeKind : std::uint8_t { scribble, two_symbols, part, noise, blank };

inline constexpr std::array class_negative_kinds = {ClassNegativeKind::scribble,
                                                    ClassNegativeKind::two_symbols, ClassNegativeKind::part,
                                                    ClassNegativeKind::noise, ClassNegativeKind::blank};

/// The name in reports: "scribble", "two symbols", "part of a symbol", "noise" or "blank".
std::string_view name_of(ClassNegativeKind kind);

/// Draws negatives beside the images of a dataset. Two symbols and parts are used only if they are less like
/// the images of every class than these are like each other.
class ClassNegatives {
 public:
  /// The dataset, which must outlive this, is labelled and not empty.
  explicit ClassNegatives(const data::Dataset& dataset);

  Negative draw(ClassNegativeKind kind, Random& random) const;

 private:
  using Thumbnail = std::array<float, 49>;  // 7x7 means of about 4x4 pixels, of length 1

  static Thumbnail thumbnail_of(std::span<const std::uint8_t, image_pixels> image);
  void sample_images();
  float distance_to_classes(const Thumbnail& thumbnail) const;
  std::uint32_t random_row(Random& random) const;
  Negative two_symbols(Random& random) const;
  Negative part(Random& random) const;

  const data::Dataset* dataset_;
  std::vector<std::uint32_t> rows_;  // that show a class
  std::vector<Thumbnail> samples_;   // some of each class
  float usual_distance_ = 0;         // of an image to the nearest other of its class
};

/// The kind of image `index` of class_negatives().
ClassNegativeKind class_negative_kind(std::size_t index);

/// Images that show none of a dataset's classes, with their strokes where there are some, all labelled
/// no_class. The kinds alternate. With the same seed, a smaller set is the beginning of a larger one.
data::Dataset class_negatives(const data::Dataset& dataset, std::size_t count, std::uint64_t seed);

/// The negatives for a dataset to train on: class_negatives(), or of digits synthetic_negatives().
data::Dataset negatives_for(const data::Dataset& dataset, std::size_t count, std::uint64_t seed);

}  // namespace inkling::synthetic
