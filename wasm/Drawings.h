// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "wasm/Data.h"

namespace inkling::wasm {

/// Labelled digits, with the strokes they were drawn with if there are any.
struct DrawingArrays {
  Uint8Array images{emscripten::val::undefined()};           // [digits, 784]
  Uint8Array labels{emscripten::val::undefined()};           // [digits]
  Float32Array points{emscripten::val::undefined()};         // of all strokes: x,y,x,y
  Uint32Array stroke_lengths{emscripten::val::undefined()};  // [strokes] points of each
  Uint32Array stroke_counts{emscripten::val::undefined()};   // [digits] strokes of each, 0 without ink
};

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

/// The drawings as a dataset with these classes. None if the arrays' sizes don't match or a label isn't of
/// one.
inline std::optional<data::Dataset> to_dataset(const DrawingArrays& drawings, const ClassNames& classes) {
  data::Dataset dataset;
  dataset.classes = classes;
  copy_from(drawings.images, dataset.pixels);
  copy_from(drawings.labels, dataset.labels);
  const auto points = to_vector<float>(drawings.points);
  const auto lengths = to_vector<std::uint32_t>(drawings.stroke_lengths);
  const auto counts = to_vector<std::uint32_t>(drawings.stroke_counts);
  if (std::ranges::any_of(dataset.labels, [&](std::size_t label) { return label >= classes.size(); }))
    return {};
  if (dataset.pixels.size() != dataset.labels.size() * image_pixels) return {};
  if (counts.size() != dataset.labels.size()) return {};
  std::size_t stroke = 0, point = 0;
  for (const std::uint32_t count : counts) {
    if (count > lengths.size() - stroke) return {};
    ink::Ink& ink = dataset.inks.emplace_back();
    for (const std::size_t last = stroke + count; stroke < last; ++stroke) {
      if (lengths[stroke] > points.size() / 2 - point) return {};
      ink::Stroke& drawn = ink.emplace_back();
      for (const std::size_t end = point + lengths[stroke]; point < end; ++point)
        drawn.push_back({points[2 * point], points[2 * point + 1]});
    }
  }
  return dataset;
}

/// Adds drawings of these classes to what Data::finish() merges. False if they are invalid or empty, or a
/// name is none.
inline bool add_drawings(Data& data, const DrawingArrays& drawings, const NameList& classes,
                         const std::string& name) {
  const ClassNames names = to_names(classes);
  auto dataset = to_dataset(drawings, names);
  if (!dataset || dataset->size() == 0 || !are_class_names(names)) return false;
  io::Import import;
  import.dataset = std::move(*dataset);
  import.summary.format = "drawings";
  import.summary.rows = import.dataset.size();
  import.summary.details = {{io::FormatFact::labelled_by_user}};
  data.add(name, false, std::move(import));
  return true;
}

}  // namespace inkling::wasm
