#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/AlignedVector.h"
#include "core/base/ThreadPool.h"
#include "core/data/Dataset.h"
#include "core/eval/BatchInference.h"
#include "core/model/Model.h"

namespace inkling::eval {

/// Whether images that are not read surely are looked at again, put a little elsewhere: see SecondLook.
enum class Looks { one, as_needed };

/// What a model answers to the images of a dataset.
struct Predictions {
  AlignedVector<float> logits;         // [images, 10] the mean of all looks
  AlignedVector<float> probabilities;  // [images, 10] their softmax, uncalibrated
  std::vector<std::uint8_t> digits;    // [images] the likeliest of each

  std::span<const float, class_count> probabilities_of(std::size_t image) const {
    return std::span<const float, class_count>(probabilities.data() + image * class_count, class_count);
  }
};

/// The answers to `count` images from `first` on, which there must be. `memory` was made for the model's
/// network.
Predictions answer(const model::Model& model, const data::Dataset& dataset, ThreadPool& pool,
                   BatchInference& memory, std::size_t first, std::size_t count,
                   Looks looks = Looks::as_needed);

/// The answers to all images.
Predictions answer(const model::Model& model, const data::Dataset& dataset, ThreadPool& pool,
                   Looks looks = Looks::as_needed,
                   distributed::Communicator& communicator = distributed::single_process());

/// How right the answers to all images of a labelled dataset are.
Metrics measure(const Predictions& answers, const data::Dataset& dataset);

}  // namespace inkling::eval
