#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/data/Batches.h"
#include "core/eval/Metrics.h"

namespace inkling::eval {

/// How a model reads labelled rows of a dataset: each list has one entry for each row.
struct SampleScores {
  std::vector<std::uint32_t> rows;       // in the dataset, from 0
  std::vector<std::uint8_t> labels;      // what each shows
  std::vector<std::uint8_t> predicted;   // the likeliest digit
  std::vector<float> sure;               // its probability
  std::vector<float> uncalibrated;       // the same without the temperature
  std::vector<float> label_probability;  // of what it shows
  std::vector<float> losses;             // -ln(probability of the label)

  std::size_t size() const { return rows.size(); }
  void reserve(std::size_t size);

  /// Counts one row, which shows a digit, by the ten logits that it gets.
  void add(std::uint32_t row, std::uint8_t label, std::span<const float> logits, float temperature = 1);
};

/// Adds the images of a labelled subset from `first` on, for as many as there are `logits` [images, 10].
void add_scores(const data::Subset& subset, std::size_t first, std::span<const float> logits,
                float temperature, SampleScores& scores);

/// How often each digit was taken for each.
Metrics::Confusion confusion_of(const SampleScores& scores);

/// Where in `scores` the mistakes stand, those with the largest loss first, `most` at the most.
std::vector<std::uint32_t> worst_mistakes(const SampleScores& scores, std::size_t most);

}  // namespace inkling::eval
