#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/base/ThreadPool.h"
#include "core/data/Batches.h"
#include "core/data/Dataset.h"

namespace inkling::adapt {

/// What a model is to go on answering as it did, while it learns something new: digits and drawings of no
/// digit, made by Inkling itself. Nobody keeps what it was trained on.
class ReplaySet {
 public:
  /// Room for `images` to learn beside, digits changed as a training changes them, and after them as many
  /// digits, drawn plainly, as are `held_out`.
  ReplaySet(std::size_t images, std::size_t held_out, std::uint64_t seed);

  /// Draws some more; whether there are more to be drawn.
  bool advance(ThreadPool& pool);

  std::size_t size() const { return images_; }
  std::size_t drawn() const { return drawn_; }
  std::size_t in_all() const { return dataset_.size(); }

  std::span<const std::uint8_t, image_pixels> image(std::size_t index) const { return dataset_.image(index); }

  /// The digit that it shows, or no_digit.
  std::uint8_t label(std::size_t index) const { return dataset_.labels[index]; }

  /// The digits held out, to be measured on.
  data::Subset held_out() const;

 private:
  void draw(std::size_t index);

  std::size_t images_, drawn_ = 0;
  std::uint64_t seed_;
  data::Dataset dataset_;
};

}  // namespace inkling::adapt
