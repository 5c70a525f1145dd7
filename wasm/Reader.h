#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/nn/Architecture.h"
#include "core/recognize/Recognizer.h"
#include "core/train/Answers.h"
#include "wasm/Data.h"
#include "wasm/Threads.h"

namespace inkling {

struct ModelSummary {
  std::string architecture, title, protocol;
  std::size_t weights = 0;
  double accuracy = -1;  // below 0 where the file says none
};

struct ReadingArrays {
  std::string text;
  Float32Array probabilities{emscripten::val::undefined()};  // [digits, 10]
  Uint8Array images{emscripten::val::undefined()};           // [digits, 784]
  Uint8Array is_digit{emscripten::val::undefined()};         // [digits] 1 or 0
};

/// Reads ink and data with the model it was given last, in memory that it uses again from call to call.
class Reader {
 public:
  std::string load(const Uint8Array& bytes) {
    std::vector<std::uint8_t> file;
    copy_from(bytes, file);
    auto model = read_model(file);
    const std::string refusal = sentence(model);
    if (model.ok()) loaded_ = std::make_unique<Loaded>(std::move(model).value());
    return refusal;
  }

  ModelSummary model() const {
    if (!loaded_) return {};
    const Model& model = loaded_->recognizer.model();
    return {architecture_of(model.network), model.card.title, model.card.protocol,
            learned_weight_count(model.network), model.card.accuracy.value_or(-1)};
  }

  ReadingArrays read(const Float32Array& points, const Uint32Array& stroke_lengths) {
    copy_from(points, points_);
    copy_from(stroke_lengths, lengths_);
    gather_ink();
    const Reading reading = loaded_ ? loaded_->recognizer.read(ink_, loaded_->memory) : Reading();
    probabilities_.clear();
    images_.clear();
    is_digit_.clear();
    for (const DigitReading& digit : reading.digits) {
      probabilities_.insert(probabilities_.end(), digit.probabilities.begin(), digit.probabilities.end());
      images_.insert(images_.end(), digit.image.begin(), digit.image.end());
      is_digit_.push_back(digit.is_digit);
    }
    return {reading.text(), to_array(std::span(std::as_const(probabilities_))),
            to_array(std::span(std::as_const(images_))), to_array(std::span(std::as_const(is_digit_)))};
  }

  /// The digits of `count` images from `first` on, of those there are.
  Uint8Array predict(const Data& data, std::size_t first, std::size_t count) {
    if (!loaded_) return to_array(std::span<const std::uint8_t>());
    const std::size_t begin = std::min(first, data.dataset().size());
    const Answers answers =
        answer(loaded_->recognizer.model(), data.dataset(), engine_threads(), loaded_->bulk_memory(), begin,
               std::min(count, data.dataset().size() - begin));
    return to_array(std::span(answers.digits));
  }

 private:
  struct Loaded {
    explicit Loaded(Model model) : recognizer(std::move(model)), memory(recognizer.make_memory()) {}

    /// Made by the first prediction: who only reads ink does without.
    Evaluation& bulk_memory() { return bulk ? *bulk : bulk.emplace(recognizer.model().network); }

    Recognizer recognizer;
    Recognizer::Memory memory;
    std::optional<Evaluation> bulk;
  };

  /// The strokes that the arrays hold; lengths that go beyond the points end with them.
  void gather_ink() {
    ink_.resize(lengths_.size());
    std::size_t point = 0;
    for (std::size_t stroke = 0; stroke < ink_.size(); ++stroke) {
      ink_[stroke].clear();
      for (std::uint32_t taken = 0; taken < lengths_[stroke] && 2 * point + 1 < points_.size();
           ++taken, ++point) {
        ink_[stroke].push_back({points_[2 * point], points_[2 * point + 1]});
      }
    }
  }

  std::unique_ptr<Loaded> loaded_;
  std::vector<float> points_;
  std::vector<std::uint32_t> lengths_;
  Ink ink_;
  std::vector<float> probabilities_;
  std::vector<std::uint8_t> images_, is_digit_;
};

}  // namespace inkling
