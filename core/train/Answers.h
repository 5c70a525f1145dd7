#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/AlignedVector.h"
#include "core/base/ThreadPool.h"
#include "core/data/Dataset.h"
#include "core/model/Model.h"
#include "core/train/Evaluation.h"

namespace inkling {

/// What a model answers to the images of a dataset.
struct Answers {
  AlignedVector<float> logits;         // [images, 10]
  AlignedVector<float> probabilities;  // [images, 10] their softmax, uncalibrated
  std::vector<std::uint8_t> digits;    // [images] the likeliest of each

  std::span<const float, class_count> probabilities_of(std::size_t image) const {
    return std::span<const float, class_count>(probabilities.data() + image * class_count, class_count);
  }
};

/// The answers to `count` images from `first` on, which there must be. `memory` was made for the model's
/// network.
Answers answer(const Model& model, const Dataset& dataset, ThreadPool& pool, Evaluation& memory,
               std::size_t first, std::size_t count);

/// The answers to all images.
Answers answer(const Model& model, const Dataset& dataset, ThreadPool& pool);

}  // namespace inkling
