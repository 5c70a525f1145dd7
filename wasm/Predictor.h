#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/train/Answers.h"
#include "wasm/Data.h"
#include "wasm/ModelFile.h"
#include "wasm/Threads.h"

namespace inkling {

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
    const std::size_t begin = std::min(first, data.dataset().size());
    const Answers answers = answer(loaded_->model, data.dataset(), engine_threads(), loaded_->memory, begin,
                                   std::min(count, data.dataset().size() - begin));
    std::vector<float> probabilities;
    for (std::size_t at = 0; at < answers.digits.size(); ++at)
      probabilities.push_back(answers.probabilities_of(at)[data.dataset().labels[begin + at]]);
    return {to_array(std::span(answers.digits)), to_array(std::span(std::as_const(probabilities)))};
  }

  /// The digits of `count` images from `first` on, of those there are.
  Uint8Array predict(const Data& data, std::size_t first, std::size_t count) {
    if (!loaded_) return to_array(std::span<const std::uint8_t>());
    const std::size_t begin = std::min(first, data.dataset().size());
    const Answers answers = answer(loaded_->model, data.dataset(), engine_threads(), loaded_->memory, begin,
                                   std::min(count, data.dataset().size() - begin));
    return to_array(std::span(answers.digits));
  }

 private:
  struct Loaded {
    explicit Loaded(Model given) : model(std::move(given)), memory(model.network) {}

    Model model;
    Evaluation memory;
  };

  std::unique_ptr<Loaded> loaded_;
};

}  // namespace inkling
