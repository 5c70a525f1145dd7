#pragma once

#include <utility>
#include <vector>

#include "wasm/Data.h"

namespace inkling {

/// Digits with what they show, and the strokes that some were drawn from.
struct DrawingArrays {
  Uint8Array images{emscripten::val::undefined()};           // [digits, 784]
  Uint8Array labels{emscripten::val::undefined()};           // [digits]
  Float32Array points{emscripten::val::undefined()};         // of all strokes in turn: x,y,x,y
  Uint32Array stroke_lengths{emscripten::val::undefined()};  // in points
  Uint32Array stroke_counts{
      emscripten::val::undefined()};  // [digits] strokes of each; 0 where there are none
};

/// What was read from a file.
inline DrawingArrays drawings_of(const Data& data) {
  const Dataset& dataset = data.dataset();
  std::vector<float> points;
  std::vector<std::uint32_t> lengths, counts(dataset.size());
  for (std::size_t digit = 0; digit < dataset.inks.size(); ++digit) {
    counts[digit] = static_cast<std::uint32_t>(dataset.inks[digit].size());
    for (const Stroke& stroke : dataset.inks[digit]) {
      lengths.push_back(static_cast<std::uint32_t>(stroke.size()));
      for (const Point& point : stroke) points.insert(points.end(), {point.x, point.y});
    }
  }
  return {to_array(std::span<const std::uint8_t>(dataset.pixels)),
          to_array(std::span<const std::uint8_t>(dataset.labels)), to_array(std::span(std::as_const(points))),
          to_array(std::span(std::as_const(lengths))), to_array(std::span(std::as_const(counts)))};
}

}  // namespace inkling
