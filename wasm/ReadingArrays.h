// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/recognize/Reading.h"
#include "wasm/Interop.h"

namespace inkling::wasm {

struct ReadingArrays {
  std::string text;
  Float32Array probabilities{emscripten::val::undefined()};  // [digits, classes]
  Uint8Array images{emscripten::val::undefined()};           // [digits, 784]
  Uint8Array is_digit{emscripten::val::undefined()};         // [digits] 1 or 0
  Float32Array boxes{emscripten::val::undefined()};          // [digits, 4] x, y, width, height in input units
  Uint32Array strokes{emscripten::val::undefined()};         // indices, digit by digit; empty for a picture
  Uint32Array stroke_counts{emscripten::val::undefined()};   // [digits] strokes of each
  std::string marks;                                         // their kinds, separated by "|"
  Float32Array mark_boxes{emscripten::val::undefined()};     // [marks, 4], as boxes
  Uint32Array mark_positions{emscripten::val::undefined()};  // [marks] the number of digits before each
};

/// Bindings of an engine that reads call this once.
inline void register_reading() {
  emscripten::value_object<ReadingArrays>("Reading")
      .field("text", &ReadingArrays::text)
      .field("probabilities", &ReadingArrays::probabilities)
      .field("images", &ReadingArrays::images)
      .field("is_digit", &ReadingArrays::is_digit)
      .field("boxes", &ReadingArrays::boxes)
      .field("strokes", &ReadingArrays::strokes)
      .field("stroke_counts", &ReadingArrays::stroke_counts)
      .field("marks", &ReadingArrays::marks)
      .field("mark_boxes", &ReadingArrays::mark_boxes)
      .field("mark_positions", &ReadingArrays::mark_positions);
}

/// A reading as arrays, in memory reused from call to call.
class ReadingConverter {
 public:
  ReadingArrays to_arrays(const recognize::Reading& reading) {
    clear();
    for (const recognize::DigitReading& digit : reading.digits) append(digit);
    std::string marks;
    for (const recognize::Mark& mark : reading.marks) {
      marks += (marks.empty() ? "" : "|") + std::string(ink::name_of(mark.kind));
      append_box(mark.box, mark_boxes_);
      mark_positions_.push_back(static_cast<std::uint32_t>(mark.position));
    }
    return {reading.text(),
            to_array(std::span(std::as_const(probabilities_))),
            to_array(std::span(std::as_const(images_))),
            to_array(std::span(std::as_const(is_digit_))),
            to_array(std::span(std::as_const(boxes_))),
            to_array(std::span(std::as_const(strokes_))),
            to_array(std::span(std::as_const(stroke_counts_))),
            marks,
            to_array(std::span(std::as_const(mark_boxes_))),
            to_array(std::span(std::as_const(mark_positions_)))};
  }

 private:
  void clear() {
    probabilities_.clear();
    images_.clear();
    is_digit_.clear();
    boxes_.clear();
    strokes_.clear();
    stroke_counts_.clear();
    mark_boxes_.clear();
    mark_positions_.clear();
  }

  void append(const recognize::DigitReading& digit) {
    probabilities_.insert(probabilities_.end(), digit.probabilities.begin(), digit.probabilities.end());
    images_.insert(images_.end(), digit.image.begin(), digit.image.end());
    is_digit_.push_back(digit.is_digit);
    append_box(digit.box, boxes_);
    strokes_.insert(strokes_.end(), digit.strokes.begin(), digit.strokes.end());
    stroke_counts_.push_back(static_cast<std::uint32_t>(digit.strokes.size()));
  }

  static void append_box(const ink::Bounds& box, std::vector<float>& boxes) {
    for (const double side : {box.left, box.top, box.width(), box.height()})
      boxes.push_back(static_cast<float>(side));
  }

  std::vector<float> probabilities_, boxes_, mark_boxes_;
  std::vector<std::uint8_t> images_, is_digit_;
  std::vector<std::uint32_t> strokes_, stroke_counts_, mark_positions_;
};

}  // namespace inkling::wasm
