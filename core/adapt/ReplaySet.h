// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/base/ThreadPool.h"
#include "core/data/Batches.h"
#include "core/data/Dataset.h"
#include "core/synthetic/ClassNegatives.h"

namespace inkling::adapt {

/// Images and negatives that a model must read as before after it has learned something new. Synthetic digits
/// stand in for its training data, which isn't stored with it; for other classes the data must be given.
class ReplaySet {
 public:
  /// `images` to train on, augmented strongly, followed by `held_out` digits without augmentation. Empty
  /// until advance() has generated them.
  ReplaySet(std::size_t images, std::size_t held_out, std::uint64_t seed);

  /// With images of this labelled dataset, at least two, in place of digits: a fifth of them, at most
  /// `held_out`, are held out, and the others repeated if there are fewer than `images`. It must outlive
  /// this.
  ReplaySet(const data::Dataset& source, std::size_t images, std::size_t held_out, std::uint64_t seed);

  /// Generates a slice of the images. Returns whether more are left to generate.
  bool advance(ThreadPool& pool);

  std::size_t size() const { return images_; }  // without the held-out digits
  std::size_t generated() const { return generated_; }
  std::size_t total() const { return dataset_.size(); }  // including the held-out digits

  std::span<const std::uint8_t, image_pixels> image(std::size_t index) const { return dataset_.image(index); }

  /// The class that the image shows, or no_class.
  std::uint8_t label(std::size_t index) const { return dataset_.labels[index]; }

  data::Subset held_out() const;

 private:
  bool is_negative(std::size_t index) const;
  void generate(std::size_t index);
  DigitImage draw_example(std::size_t index, Random& random) const;
  DigitImage draw_negative(std::size_t index, Random& random) const;

  std::size_t images_, generated_ = 0;
  std::uint64_t seed_;
  const data::Dataset* source_ = nullptr;               // null for digits
  std::optional<synthetic::ClassNegatives> negatives_;  // of the source's classes
  std::vector<std::uint32_t> rows_;                     // [total()] of the source
  data::Dataset dataset_;
};

/// The examples that a patch is fitted to: first the images of a replay set, then the corrections as they
/// are, then augmented corrections. If a count differs from the number of corrections, some are left out or
/// repeated, evenly spread.
class PatchExamples {
 public:
  enum class Kind { replay, original, augmented };

  struct Counts {
    std::size_t originals = 0, augmented = 0;
  };

  /// The replay set and the corrections must outlive this.
  PatchExamples(const ReplaySet& replay, const data::Dataset& corrections, const Counts& counts,
                std::uint64_t seed);
  PatchExamples(const PatchExamples&) = delete;
  PatchExamples& operator=(const PatchExamples&) = delete;

  std::size_t size() const { return replay_->size() + originals_.size() + to_augment_.size(); }
  Kind kind(std::size_t index) const;

  /// Writes an example to `floats` and returns its label. Its replay image must have been generated. Safe to
  /// call from several threads.
  std::uint8_t load(std::size_t index, std::span<float, image_pixels> floats) const;

 private:
  const ReplaySet* replay_;
  data::Subset originals_, to_augment_;
  data::Batches augmented_;
};

}  // namespace inkling::adapt
