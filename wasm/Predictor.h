#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/eval/Predictions.h"
#include "wasm/Data.h"
#include "wasm/ModelFile.h"
#include "wasm/Scores.h"
#include "wasm/Threads.h"
#include "wasm/Training.h"

namespace inkling::wasm {

/// What a model makes of labelled rows.
struct Scores {
  Uint8Array digits{emscripten::val::undefined()};           // [rows] the likeliest
  Float32Array probabilities{emscripten::val::undefined()};  // [rows] of what each is labelled
};

/// Reads data with the model it was given last, in memory that it uses again from call to call.
class Predictor {
 public:
  std::string load(const Uint8Array& bytes) { return load_model(bytes, loaded_); }

  /// Of `count` rows from `first` on, of those there are, by their labels in the file.
  Scores score(const Data& data, std::size_t first, std::size_t count) {
    if (!loaded_ || !data.dataset().labelled()) return {};
    const eval::Predictions answers = answers_of(data, first, count);
    std::vector<float> probabilities;
    for (std::size_t at = 0; at < answers.digits.size(); ++at)
      probabilities.push_back(answers.probabilities_of(at)[data.dataset().labels[first + at]]);
    return {to_array(std::span(answers.digits)), to_array(std::span(std::as_const(probabilities)))};
  }

  /// The digits of `count` images from `first` on, of those there are.
  Uint8Array predict(const Data& data, std::size_t first, std::size_t count) {
    if (!loaded_) return to_array(std::span<const std::uint8_t>());
    const eval::Predictions answers = answers_of(data, first, count);
    return to_array(std::span(answers.digits));
  }

  /// How it reads `count` images, from `first` on, of those that a training validates with.
  ScoreArrays score_validation(const Training& training, std::size_t first, std::size_t count) {
    if (!loaded_) return to_arrays({});
    const data::Subset subset = training.validation();
    const auto slice = static_cast<std::size_t>(eval::BatchInference::slice_size());
    const auto& calibration = loaded_->model.calibration;
    const std::size_t end = first + std::min(count, subset.size() - std::min(first, subset.size()));
    eval::SampleScores found;
    for (std::size_t done = first; done < end; done += slice) {
      const auto logits = loaded_->memory.logits(loaded_->model.weights, subset, done,
                                                 std::min(slice, end - done), engine_threads());
      eval::add_scores(subset, done, logits, calibration ? calibration->temperature : 1, found);
    }
    return to_arrays(found);
  }

 private:
  struct Loaded {
    explicit Loaded(model::Model given) : model(std::move(given)), memory(model.network) {}

    model::Model model;
    eval::BatchInference memory;
  };

  /// The answers to `count` images from `first` on, of those there are.
  eval::Predictions answers_of(const Data& data, std::size_t first, std::size_t count) {
    const std::size_t begin = std::min(first, data.dataset().size());
    return eval::answer(loaded_->model, data.dataset(), engine_threads(), loaded_->memory, begin,
                        std::min(count, data.dataset().size() - begin));
  }

  std::unique_ptr<Loaded> loaded_;
};

}  // namespace inkling::wasm
