#include "core/io/StrokesReader.h"

#include <cmath>
#include <string>
#include <utility>

#include "core/base/Json.h"
#include "core/base/Text.h"
#include "core/io/Import.h"

namespace inkling::io {

namespace {

/// Far beyond any tablet's units, and small enough that products of lengths stay finite.
constexpr double largest_coordinate = 1e6;

std::string point_name(std::size_t stroke, std::size_t point) {
  return "point " + std::to_string(point + 1) + " of stroke " + std::to_string(stroke + 1);
}

bool is_coordinate(const JsonValue& value) {
  return value.is_number() && std::abs(value.number) <= largest_coordinate;
}

/// What follows the place, as the time or the pressure, is not looked at.
bool is_point(const JsonValue& value) {
  return value.is_array() && value.items.size() >= 2 && is_coordinate(value.items[0]) &&
         is_coordinate(value.items[1]);
}

Result<ink::Stroke> to_stroke(const JsonValue& points, std::size_t index) {
  if (!points.is_array() || points.items.empty()) {
    return Error{"stroke " + std::to_string(index + 1) + " is not a list of points"};
  }
  ink::Stroke stroke;
  for (const JsonValue& point : points.items) {
    if (!is_point(point)) {
      return Error{point_name(index, stroke.size()) + " is not two numbers of at most a million"};
    }
    stroke.push_back({static_cast<float>(point.items[0].number), static_cast<float>(point.items[1].number)});
  }
  return stroke;
}

Result<ink::Ink> to_ink(const JsonValue& sample) {
  const JsonValue* strokes = sample.find("strokes");
  if (strokes == nullptr || !strokes->is_array()) return Error{"\"strokes\" is missing or not a list"};
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
  if (!digit || *digit >= class_count) return Error{"the label is not a whole number from 0 to 9"};
  return static_cast<int>(*digit);
}

Result<StrokeSample> to_sample(const JsonValue& line) {
  if (!line.is_object()) return Error{"this is not a JSON object"};
  const Result<int> label = to_label(line);
  if (!label) return label.error();
  const JsonValue* writer = line.find("writer");
  if (writer != nullptr && !writer->is_string()) return Error{"\"writer\" is not text"};
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
    return refusal("there are more than " + group_thousands(maximum_images) +
                   " digits; give a part of the file");
  }
  Result<StrokeSample> sample = to_sample(parse_json(line).value_or(JsonValue()));
  if (!sample) return refusal(sample.error().message);
  const bool labelled = sample.value().label >= 0;
  if (!samples_.empty() && labelled != (samples_.front().label >= 0)) {
    return refusal(labelled ? "there is a label, but none in the rows before"
                            : "there is no label, but one in the rows before");
  }
  samples_.push_back(std::move(sample).value());
  return success();
}

Error StrokesReader::refusal(std::string_view reason) const {
  return {"row " + std::to_string(lines_.line_number()) + ": " + std::string(reason) + "."};
}

}  // namespace inkling::io
