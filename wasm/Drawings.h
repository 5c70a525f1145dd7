#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "wasm/Data.h"

namespace inkling::wasm {

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
  const data::Dataset& dataset = data.dataset();
  std::vector<float> points;
  std::vector<std::uint32_t> lengths, counts(dataset.size());
  for (std::size_t digit = 0; digit < dataset.inks.size(); ++digit) {
    counts[digit] = static_cast<std::uint32_t>(dataset.inks[digit].size());
    for (const ink::Stroke& stroke : dataset.inks[digit]) {
      lengths.push_back(static_cast<std::uint32_t>(stroke.size()));
      for (const ink::Point& point : stroke) points.insert(points.end(), {point.x, point.y});
    }
  }
  return {to_array(std::span<const std::uint8_t>(dataset.pixels)),
          to_array(std::span<const std::uint8_t>(dataset.labels)), to_array(std::span(std::as_const(points))),
          to_array(std::span(std::as_const(lengths))), to_array(std::span(std::as_const(counts)))};
}

/// False where the arrays do not fit each other.
inline bool take_drawings(const DrawingArrays& drawings, data::Dataset& dataset) {
  copy_from(drawings.images, dataset.pixels);
  copy_from(drawings.labels, dataset.labels);
  std::vector<float> points;
  std::vector<std::uint32_t> lengths, counts;
  copy_from(drawings.points, points);
  copy_from(drawings.stroke_lengths, lengths);
  copy_from(drawings.stroke_counts, counts);
  const bool digits = std::ranges::all_of(dataset.labels, [](int label) { return label < class_count; });
  if (!digits || dataset.pixels.size() != dataset.labels.size() * image_pixels ||
      counts.size() != dataset.labels.size())
    return false;
  std::size_t stroke = 0, point = 0;
  for (const std::uint32_t count : counts) {
    if (count > lengths.size() - stroke) return false;
    ink::Ink& ink = dataset.inks.emplace_back();
    for (std::uint32_t taken = 0; taken < count; ++taken, ++stroke) {
      if (lengths[stroke] > points.size() / 2 - point) return false;
      ink::Stroke& drawn = ink.emplace_back();
      for (std::uint32_t at = 0; at < lengths[stroke]; ++at, ++point)
        drawn.push_back({points[2 * point], points[2 * point + 1]});
    }
  }
  return true;
}

/// Gathers labelled digits with what else there is. False where the arrays do not fit each other.
inline bool add_drawings(Data& data, const DrawingArrays& drawings, const std::string& name) {
  io::Import import;
  if (!take_drawings(drawings, import.dataset) || import.dataset.size() == 0) return false;
  import.summary.format = "drawings";
  import.summary.rows = import.dataset.size();
  import.summary.details = "labelled by you";
  data.add(name, false, std::move(import));
  return true;
}

}  // namespace inkling::wasm
