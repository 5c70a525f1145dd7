// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/recognize/OcclusionMap.h"
#include "wasm/LoadedRecognizer.h"
#include "wasm/ModelSummary.h"
#include "wasm/ReadingArrays.h"

namespace inkling::wasm {

struct ActivationArrays {
  std::string names;                                  // of the layers, separated by "|"
  Uint32Array shapes{emscripten::val::undefined()};   // [layers, 3] height, width, channels
  Float32Array values{emscripten::val::undefined()};  // layer by layer
};

/// Reads ink with the model loaded last, in memory reused from call to call. Pictures are for PictureReader.
class Reader {
 public:
  std::string load(const Uint8Array& bytes) { return load_model(bytes, loaded_); }

  ModelSummary model() const { return loaded_ ? summary_of(loaded_->recognizer.model()) : ModelSummary(); }

  /// Reads strokes: x,y,x,y,... and the number of points in each.
  ReadingArrays read(const Float32Array& points, const Uint32Array& stroke_lengths) {
    copy_from(points, points_);
    copy_from(stroke_lengths, lengths_);
    update_ink();
    return converter_.to_arrays(loaded_ ? loaded_->recognizer.read(ink_, loaded_->memory)
                                        : recognize::Reading());
  }

  /// Starts to explain why an image [784] is read as `digit` and not as `rival`, in place of any explanation
  /// under way. Returns an error (see error_json()) or "".
  std::string explain(const Uint8Array& image, unsigned digit, unsigned rival) {
    if (!loaded_) return error_json(Error{"No model is loaded."});
    if (!update_image(image)) return error_json(Error{"The image must have 784 pixels."});
    if (std::max(digit, rival) >= loaded_->recognizer.model().classes.size())
      return error_json(Error{"The model has no such class."});
    loaded_->explanation.emplace(loaded_->recognizer, image_, static_cast<int>(digit),
                                 static_cast<int>(rival));
    return "";
  }

  /// Computes the next row of the explanation. False once it is complete.
  bool explain_row() {
    if (!explaining()) return false;
    loaded_->explanation->advance();
    return explaining();
  }

  /// The completed explanation, [784]: positive for the digit, negative for the rival. Ends it.
  Float32Array evidence() {
    if (!loaded_ || !loaded_->explanation || explaining()) return to_array(std::span<const float>());
    const auto evidence = loaded_->explanation->evidence();
    loaded_->explanation.reset();
    return to_array(std::span<const float>(evidence));
  }

  /// Every layer's output for an image [784]. Nothing for an array of another size.
  ActivationArrays activations(const Uint8Array& image) {
    std::string names;
    std::vector<std::uint32_t> shapes;
    std::vector<float> values;
    if (loaded_ && update_image(image)) {
      for (const recognize::Activation& layer : loaded_->recognizer.activations(image_, loaded_->memory)) {
        names += (names.empty() ? "" : "|") + layer.name;
        for (const int side : {layer.shape.height, layer.shape.width, layer.shape.channels})
          shapes.push_back(static_cast<std::uint32_t>(side));
        values.insert(values.end(), layer.values.begin(), layer.values.end());
      }
    }
    return {names, to_array(std::span(std::as_const(shapes))), to_array(std::span(std::as_const(values)))};
  }

 private:
  struct Loaded : LoadedRecognizer {
    using LoadedRecognizer::LoadedRecognizer;

    std::optional<recognize::OcclusionMap> explanation;
  };

  bool explaining() const { return loaded_ && loaded_->explanation && !loaded_->explanation->done(); }

  /// False if the array isn't an image.
  bool update_image(const Uint8Array& image) {
    copy_from(image, pixels_);
    if (pixels_.size() != image_.size()) return false;
    std::copy(pixels_.begin(), pixels_.end(), image_.begin());
    return true;
  }

  /// Strokes that would go beyond the last point end there.
  void update_ink() {
    ink_.resize(lengths_.size());
    std::size_t point = 0;
    for (std::size_t stroke = 0; stroke < ink_.size(); ++stroke) {
      ink_[stroke].clear();
      const std::size_t count = std::min<std::size_t>(lengths_[stroke], points_.size() / 2 - point);
      for (const std::size_t end = point + count; point < end; ++point)
        ink_[stroke].push_back({points_[2 * point], points_[2 * point + 1]});
    }
  }

  std::unique_ptr<Loaded> loaded_;
  std::vector<float> points_;
  std::vector<std::uint32_t> lengths_;
  ink::Ink ink_;
  ReadingConverter converter_;
  std::vector<std::uint8_t> pixels_;
  DigitImage image_{};
};

}  // namespace inkling::wasm
