#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/recognize/Activations.h"
#include "core/recognize/Occlusion.h"
#include "core/recognize/Recognizer.h"
#include "wasm/ModelFile.h"

namespace inkling::wasm {

struct ReadingArrays {
  std::string text;
  Float32Array probabilities{emscripten::val::undefined()};  // [digits, 10]
  Uint8Array images{emscripten::val::undefined()};           // [digits, 784]
  Uint8Array is_digit{emscripten::val::undefined()};         // [digits] 1 or 0
  Float32Array boxes{emscripten::val::undefined()};   // [digits, 4]: x, y, width, height, as what was read
  Uint32Array strokes{emscripten::val::undefined()};  // which each was read from, in turn; none of a picture
  Uint32Array stroke_counts{emscripten::val::undefined()};  // [digits] how many of them
};

struct ActivationArrays {
  std::string names;                                  // of the layers, parted by bars
  Uint32Array shapes{emscripten::val::undefined()};   // [layers, 3] height, width, channels
  Float32Array values{emscripten::val::undefined()};  // of all layers in turn
};

/// Reads ink and pictures with the model it was given last, in memory that it uses again from call to call.
class Reader {
 public:
  std::string load(const Uint8Array& bytes) { return load_model(bytes, loaded_); }

  ModelSummary model() const { return loaded_ ? summary_of(loaded_->recognizer.model()) : ModelSummary(); }

  ReadingArrays read(const Float32Array& points, const Uint32Array& stroke_lengths) {
    copy_from(points, points_);
    copy_from(stroke_lengths, lengths_);
    gather_ink();
    return arrays_of(loaded_ ? loaded_->recognizer.read(ink_, loaded_->memory) : recognize::Reading());
  }

  /// Reads a grey picture [height, width], with boxes in its pixels; nothing where the array has other sizes,
  /// or where there are more pixels to a side than the page hands over.
  ReadingArrays read_picture(const Uint8Array& grey, unsigned width, unsigned height) {
    constexpr unsigned most_side = 4096;
    const bool fits = std::max(width, height) <= most_side &&
                      grey["length"].as<std::size_t>() == std::size_t{width} * height;
    if (!loaded_ || !fits) return arrays_of({});
    picture::GreyImage picture{static_cast<int>(width), static_cast<int>(height), {}};
    copy_from(grey, picture.pixels);
    return arrays_of(loaded_->recognizer.read(picture, loaded_->memory));
  }

  /// Begins to find out why an image [784] is read as `answer` and not as `rival`, instead of what was being
  /// found out. If it cannot be, the sentence says why; otherwise that is "".
  std::string explain(const Uint8Array& image, unsigned answer, unsigned rival) {
    if (!loaded_) return "There is no model to explain.";
    if (!take(image) || std::max(answer, rival) >= class_count) {
      return "To be explained, an image has 784 pixels, and a digit is from 0 to 9.";
    }
    loaded_->occlusion.emplace(loaded_->recognizer, image_, static_cast<int>(answer),
                               static_cast<int>(rival));
    return "";
  }

  /// A row of what was begun; whether there are more.
  bool explain_row() {
    if (!explaining()) return false;
    loaded_->occlusion->advance();
    return explaining();
  }

  /// [784] once there are no more rows: above 0 for the answer, below 0 for the rival. Ends the explanation.
  Float32Array evidence() {
    if (!loaded_ || !loaded_->occlusion || explaining()) return to_array(std::span<const float>());
    const auto found = loaded_->occlusion->evidence();
    loaded_->occlusion.reset();
    return to_array(std::span<const float>(found));
  }

  /// What each layer makes of an image [784]; of any other array, nothing.
  ActivationArrays activations(const Uint8Array& image) {
    std::string names;
    std::vector<std::uint32_t> shapes;
    std::vector<float> values;
    if (loaded_ && take(image)) {
      for (const recognize::Activation& layer :
           inkling::recognize::activations(loaded_->recognizer, image_, loaded_->memory)) {
        names += (names.empty() ? "" : "|") + layer.name;
        for (const int side : {layer.shape.height, layer.shape.width, layer.shape.channels}) {
          shapes.push_back(static_cast<std::uint32_t>(side));
        }
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
    std::optional<recognize::Occlusion> occlusion;  // what is being explained
  };

  ReadingArrays arrays_of(const recognize::Reading& reading) {
    probabilities_.clear();
    images_.clear();
    is_digit_.clear();
    boxes_.clear();
    strokes_.clear();
    stroke_counts_.clear();
    for (const recognize::DigitReading& digit : reading.digits) {
      probabilities_.insert(probabilities_.end(), digit.probabilities.begin(), digit.probabilities.end());
      images_.insert(images_.end(), digit.image.begin(), digit.image.end());
      is_digit_.push_back(digit.is_digit);
      for (const double side : {digit.box.left, digit.box.top, digit.box.width(), digit.box.height()})
        boxes_.push_back(static_cast<float>(side));
      strokes_.insert(strokes_.end(), digit.strokes.begin(), digit.strokes.end());
      stroke_counts_.push_back(static_cast<std::uint32_t>(digit.strokes.size()));
    }
    return {reading.text(),
            to_array(std::span(std::as_const(probabilities_))),
            to_array(std::span(std::as_const(images_))),
            to_array(std::span(std::as_const(is_digit_))),
            to_array(std::span(std::as_const(boxes_))),
            to_array(std::span(std::as_const(strokes_))),
            to_array(std::span(std::as_const(stroke_counts_)))};
  }

  bool explaining() const { return loaded_ && loaded_->occlusion && !loaded_->occlusion->done(); }

  /// False where the array is no image.
  bool take(const Uint8Array& image) {
    copy_from(image, pixels_);
    if (pixels_.size() != image_.size()) return false;
    std::copy(pixels_.begin(), pixels_.end(), image_.begin());
    return true;
  }

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
  ink::Ink ink_;
  std::vector<float> probabilities_, boxes_;
  std::vector<std::uint8_t> images_, is_digit_, pixels_;
  std::vector<std::uint32_t> strokes_, stroke_counts_;
  DigitImage image_{};
};

}  // namespace inkling::wasm
