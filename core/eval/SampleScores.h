// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/data/Batches.h"
#include "core/eval/Metrics.h"

namespace inkling::eval {

/// How a model reads each of some labelled images. All lists are [images].
struct SampleScores {
  std::vector<std::uint32_t> rows;             // of the dataset, from 0
  std::vector<std::uint8_t> labels;            // true classes
  std::vector<std::uint8_t> predicted;         // most likely classes
  std::vector<float> confidence;               // probability of the predicted class, calibrated
  std::vector<float> uncalibrated_confidence;  // the same at temperature 1
  std::vector<float> label_probability;        // probability of the label, calibrated
  std::vector<float> losses;                   // -ln(label_probability)

  std::size_t size() const { return rows.size(); }
  void reserve(std::size_t size);

  /// Adds an image labelled with a class by its logits [classes].
  void add(std::uint32_t row, std::uint8_t label, std::span<const float> logits, float temperature = 1);
};

/// Adds the images of a labelled subset, from `first` on, by their `logits` [images, classes].
void add_scores(const data::Subset& subset, std::size_t first, std::span<const float> logits,
                float temperature, SampleScores& scores);

Metrics::Confusion confusion_of(const SampleScores& scores, std::size_t classes);

/// The wrong predictions by falling loss, as indices into `scores`; at most `count`.
std::vector<std::uint32_t> worst_mistakes(const SampleScores& scores, std::size_t count);

}  // namespace inkling::eval
