// SPDX-License-Identifier: MIT
#include "core/io/StrokesReader.h"

#include <cmath>
#include <string>
#include <utility>

#include "core/base/Digit.h"
#include "core/base/JsonParser.h"
#include "core/base/Text.h"
#include "core/ink/Render.h"
#include "core/io/Import.h"

namespace inkling::io {

namespace {

/// Far beyond any tablet's range, and small enough for products of lengths to stay finite.
constexpr double max_coordinate = 1e6;

std::string point_name(std::size_t stroke, std::size_t point) {
  return "point " + std::to_string(point + 1) + " of stroke " + std::to_string(stroke + 1);
}

bool is_coordinate(const JsonValue& value) {
  return value.is_number() && std::abs(value.number) <= max_coordinate;
}

/// Numbers after x and y, such as time or pressure, are ignored.
bool is_point(const JsonValue& value) {
  return value.is_array() && value.items.size() >= 2 && is_coordinate(value.items[0]) &&
         is_coordinate(value.items[1]);
}

Result<ink::Stroke> to_stroke(const JsonValue& points, std::size_t index) {
  if (!points.is_array() || points.items.empty()) {
    return Error{"stroke " + std::to_string(index + 1) + " is not an array of points"};
  }
  ink::Stroke stroke;
  for (const JsonValue& point : points.items) {
    if (!is_point(point)) {
      return Error{point_name(index, stroke.size()) + " is not [x, y], each within 1,000,000"};
    }
    stroke.push_back({static_cast<float>(point.items[0].number), static_cast<float>(point.items[1].number)});
  }
  return stroke;
}

Result<ink::Ink> to_ink(const JsonValue& sample) {
  const JsonValue* strokes = sample.find("strokes");
  if (strokes == nullptr || !strokes->is_array()) return Error{"\"strokes\" is missing or not an array"};
  ink::Ink ink;
  for (const JsonValue& points : strokes->items) {
    Result<ink::Stroke> stroke = to_stroke(points, ink.size());
    if (!stroke) return stroke.error();
    ink.push_back(std::move(stroke).value());
  }
  return ink;
}

Result<int> to_label(const JsonValue& sample) {
  const JsonValue* label = sample.find("label");
  if (label == nullptr) return StrokeSample{}.label;
  const auto digit = label->as_uint64();
  if (!digit || *digit >= class_count) return Error{"\"label\" is not a whole number from 0 to 9"};
  return static_cast<int>(*digit);
}

Result<StrokeSample> to_sample(const JsonValue& line) {
  if (!line.is_object()) return Error{"not a JSON object"};
  const Result<int> label = to_label(line);
  if (!label) return label.error();
  const JsonValue* writer = line.find("writer");
  if (writer != nullptr && !writer->is_string()) return Error{"\"writer\" is not a string"};
  Result<ink::Ink> ink = to_ink(line);
  if (!ink) return ink.error();
  return StrokeSample{label.value(), writer == nullptr ? "" : writer->string, std::move(ink).value()};
}

}  // namespace

Status StrokesReader::push(std::span<const char> chunk) {
  return lines_.push(chunk, [this](std::string_view line) { return take_line(line); });
}

Result<std::vector<StrokeSample>> StrokesReader::finish() {
  Status status = lines_.finish([this](std::string_view line) { return take_line(line); });
  if (!status) return status.error();
  if (samples_.empty()) return Error{"This file is empty."};
  return std::move(samples_);
}

Status StrokesReader::take_line(std::string_view line) {
  if (line.find_first_not_of(" \t\r\n") == std::string_view::npos) return success();
  if (samples_.size() == maximum_images) {
    return at_line("more than " + group_thousands(maximum_images) + " digits. Use a part of the file");
  }
  Result<StrokeSample> sample = to_sample(parse_json(line).value_or(JsonValue()));
  if (!sample) return at_line(sample.error().message);
  const bool labelled = sample.value().label >= 0;
  if (!samples_.empty() && labelled != (samples_.front().label >= 0)) {
    return at_line(labelled ? "it has a label, but the rows before have none"
                            : "it has no label, but the rows before have one");
  }
  samples_.push_back(std::move(sample).value());
  return success();
}

Error StrokesReader::at_line(std::string_view reason) const {
  return {"row " + std::to_string(lines_.line_number()) + ": " + std::string(reason) + "."};
}

data::Dataset rasterise(std::span<const StrokeSample> samples) {
  data::Dataset dataset;
  dataset.pixels.reserve(samples.size() * image_pixels);
  for (const StrokeSample& sample : samples) {
    const DigitImage image = ink::render(sample.ink).value_or(DigitImage{});
    dataset.pixels.insert(dataset.pixels.end(), image.begin(), image.end());
    if (sample.label >= 0) dataset.labels.push_back(static_cast<std::uint8_t>(sample.label));
  }
  return dataset;
}

}  // namespace inkling::io
