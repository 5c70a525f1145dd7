// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/AlignedVector.h"
#include "core/base/ThreadPool.h"
#include "core/data/Dataset.h"
#include "core/eval/BatchInference.h"
#include "core/model/Model.h"

namespace inkling::eval {

/// When to use test-time augmentation.
enum class Tta { off, when_unsure };

/// What a model predicts for each image of a dataset.
struct Predictions {
  std::size_t classes = 0;
  AlignedVector<float> logits;          // [images, classes], after test-time augmentation
  AlignedVector<float> probabilities;   // [images, classes], their softmax, uncalibrated
  std::vector<std::uint8_t> predicted;  // [images], the most likely class

  std::span<const float> logits_of(std::size_t image) const {
    return std::span(logits).subspan(image * classes, classes);
  }

  std::span<const float> probabilities_of(std::size_t image) const {
    return std::span(probabilities).subspan(image * classes, classes);
  }
};

/// Predicts `count` images of the dataset, from `first` on. `inference` is for the model's network.
Predictions predict(const model::Model& model, const data::Dataset& dataset, ThreadPool& pool,
                    BatchInference& inference, std::size_t first, std::size_t count,
                    Tta tta = Tta::when_unsure);

/// Predicts all images.
Predictions predict(const model::Model& model, const data::Dataset& dataset, ThreadPool& pool,
                    Tta tta = Tta::when_unsure,
                    distributed::Communicator& communicator = distributed::single_process());

/// How accurate the predictions for all images of a dataset, labelled by the model's classes, are.
Metrics evaluate(const Predictions& predictions, const data::Dataset& dataset);

}  // namespace inkling::eval
