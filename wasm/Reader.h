// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/recognize/OcclusionMap.h"
#include "core/recognize/Recognizer.h"
#include "wasm/ModelSummary.h"

namespace inkling::wasm {

struct ReadingArrays {
  std::string text;
  Float32Array probabilities{emscripten::val::undefined()};  // [digits, 10]
  Uint8Array images{emscripten::val::undefined()};           // [digits, 784]
  Uint8Array is_digit{emscripten::val::undefined()};         // [digits] 1 or 0
  Float32Array boxes{emscripten::val::undefined()};          // [digits, 4] x, y, width, height in input units
  Uint32Array strokes{emscripten::val::undefined()};         // indices, digit by digit; empty for a picture
  Uint32Array stroke_counts{emscripten::val::undefined()};   // [digits] strokes of each
  std::string marks;                                         // their kinds, separated by "|"
  Float32Array mark_boxes{emscripten::val::undefined()};     // [marks, 4], as boxes
};

struct ActivationArrays {
  std::string names;                                  // of the layers, separated by "|"
  Uint32Array shapes{emscripten::val::undefined()};   // [layers, 3] height, width, channels
  Float32Array values{emscripten::val::undefined()};  // layer by layer
};

/// Reads ink and pictures with the model loaded last, in memory reused from call to call.
class Reader {
 public:
  std::string load(const Uint8Array& bytes) { return load_model(bytes, loaded_); }

  ModelSummary model() const { return loaded_ ? summary_of(loaded_->recognizer.model()) : ModelSummary(); }

  /// Reads strokes: x,y,x,y,... and the number of points in each.
  ReadingArrays read(const Float32Array& points, const Uint32Array& stroke_lengths) {
    copy_from(points, points_);
    copy_from(stroke_lengths, lengths_);
    update_ink();
    return to_arrays(loaded_ ? loaded_->recognizer.read(ink_, loaded_->memory) : recognize::Reading());
  }

  /// Reads a grey picture [height, width]. Nothing if the array has another size.
  ReadingArrays read_picture(const Uint8Array& grey, int width, int height) {
    const auto picture = picture::make_grey_image(width, height, to_vector<std::uint8_t>(grey));
    if (!loaded_ || !picture) return to_arrays({});
    return to_arrays(loaded_->recognizer.read(*picture, loaded_->memory));
  }

  /// Starts to explain why an image [784] is read as `digit` and not as `rival`, in place of any explanation
  /// under way. Returns an error message or "".
  std::string explain(const Uint8Array& image, unsigned digit, unsigned rival) {
    if (!loaded_) return "No model is loaded.";
    if (!update_image(image)) return "The image must have 784 pixels.";
    if (std::max(digit, rival) >= class_count) return "The digits must be from 0 to 9.";
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
  struct Loaded {
    explicit Loaded(model::Model model) : recognizer(std::move(model)), memory(recognizer.make_memory()) {}

    recognize::Recognizer recognizer;
    recognize::Recognizer::Memory memory;
    std::optional<recognize::OcclusionMap> explanation;
  };

  ReadingArrays to_arrays(const recognize::Reading& reading) {
    probabilities_.clear();
    images_.clear();
    is_digit_.clear();
    boxes_.clear();
    strokes_.clear();
    stroke_counts_.clear();
    mark_boxes_.clear();
    for (const recognize::DigitReading& digit : reading.digits) {
      probabilities_.insert(probabilities_.end(), digit.probabilities.begin(), digit.probabilities.end());
      images_.insert(images_.end(), digit.image.begin(), digit.image.end());
      is_digit_.push_back(digit.is_digit);
      append_box(digit.box, boxes_);
      strokes_.insert(strokes_.end(), digit.strokes.begin(), digit.strokes.end());
      stroke_counts_.push_back(static_cast<std::uint32_t>(digit.strokes.size()));
    }
    std::string marks;
    for (const recognize::Mark& mark : reading.marks) {
      marks += (marks.empty() ? "" : "|") + std::string(ink::name_of(mark.kind));
      append_box(mark.box, mark_boxes_);
    }
    return {reading.text(),
            to_array(std::span(std::as_const(probabilities_))),
            to_array(std::span(std::as_const(images_))),
            to_array(std::span(std::as_const(is_digit_))),
            to_array(std::span(std::as_const(boxes_))),
            to_array(std::span(std::as_const(strokes_))),
            to_array(std::span(std::as_const(stroke_counts_))),
            marks,
            to_array(std::span(std::as_const(mark_boxes_)))};
  }

  static void append_box(const ink::Bounds& box, std::vector<float>& boxes) {
    for (const double side : {box.left, box.top, box.width(), box.height()})
      boxes.push_back(static_cast<float>(side));
  }

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
  std::vector<float> probabilities_, boxes_, mark_boxes_;
  std::vector<std::uint8_t> images_, is_digit_, pixels_;
  std::vector<std::uint32_t> strokes_, stroke_counts_;
  DigitImage image_{};
};

}  // namespace inkling::wasm
