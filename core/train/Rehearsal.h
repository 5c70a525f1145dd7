#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/base/AlignedVector.h"
#include "core/base/ThreadPool.h"
#include "core/data/Dataset.h"
#include "core/model/Model.h"
#include "core/train/Evaluation.h"

namespace inkling {

/// What a model is to go on answering as it did, while it learns something new: digits and drawings of no
/// digit, made by Inkling itself, with the model's own answers. Nobody keeps what it was trained on.
class Rehearsal {
 public:
  /// Room for `images` to train on, changed as a training changes them, and after them as many digits, drawn
  /// plainly, as are `held_out`.
  Rehearsal(const Network& network, std::size_t images, std::size_t held_out, std::uint64_t seed);

  /// Draws some more and has the model answer them; whether there are more to be drawn.
  bool advance(const Model& model, ThreadPool& pool);

  std::size_t size() const { return images_; }
  std::size_t drawn() const { return probabilities_.size() / class_count; }
  std::size_t in_all() const { return dataset_.size(); }

  std::span<const std::uint8_t, image_pixels> image(std::size_t index) const { return dataset_.image(index); }

  /// What the model answered, [10] probabilities. Where it misread a digit, what it answers to that digit as
  /// a rule.
  std::span<const float, class_count> target(std::size_t index) const;

  /// How sure the model is, in the mean, of a digit that it reads right: what it is to answer to another.
  std::span<const float, class_count> usual_answer(int digit) const;

  /// The digits held out, to be measured on.
  Subset held_out() const;

 private:
  void draw(std::size_t index);
  void take_answers(std::span<const float> logits, std::size_t first);
  void find_usual_answers();

  std::size_t images_;
  std::uint64_t seed_;
  Dataset dataset_;
  Evaluation evaluation_;
  Subset everything_;
  AlignedVector<float> probabilities_;  // [drawn, 10]
  AlignedVector<float> usual_;          // [10, 10], once all is drawn
};

}  // namespace inkling
