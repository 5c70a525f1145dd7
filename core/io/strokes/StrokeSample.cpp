// SPDX-License-Identifier: MIT
#include "core/io/strokes/StrokeSample.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>

namespace inkling::io {

namespace {

/// Far beyond any tablet's range, and small enough for products of lengths to stay finite.
constexpr double max_coordinate = 1e6;

const JsonValue* find_any(const JsonValue& json, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) {
    if (const JsonValue* value = json.find(key)) return value;
  }
  return nullptr;
}

std::string stroke_name(std::size_t stroke) {
  return "stroke " + std::to_string(stroke + 1);
}

Error bad_point(std::size_t stroke, std::size_t point) {
  return {"point " + std::to_string(point + 1) + " of " + stroke_name(stroke) +
          " is not [x, y], each within 1,000,000"};
}

bool is_coordinate(const JsonValue* value) {
  return value && value->is_number() && std::abs(value->number) <= max_coordinate;
}

/// Adds a point; false if one of the coordinates is none.
bool add_point(ink::Stroke& stroke, const JsonValue* x, const JsonValue* y) {
  if (!is_coordinate(x) || !is_coordinate(y)) return false;
  stroke.push_back({static_cast<float>(x->number), static_cast<float>(y->number)});
  return true;
}

/// Numbers after x and y, such as time or pressure, are ignored.
bool add_point(ink::Stroke& stroke, const JsonValue& point) {
  if (point.is_object()) return add_point(stroke, find_any(point, {"x", "X"}), find_any(point, {"y", "Y"}));
  return point.is_array() && point.items.size() >= 2 && add_point(stroke, &point.items[0], &point.items[1]);
}

Result<ink::Stroke> from_points(const JsonValue& points, std::size_t index) {
  ink::Stroke stroke;
  for (const JsonValue& point : points.items)
    if (!add_point(stroke, point)) return bad_point(index, stroke.size());
  return stroke;
}

Result<ink::Stroke> from_columns(const JsonValue& x, const JsonValue& y, std::size_t index) {
  ink::Stroke stroke;
  for (std::size_t point = 0; point < std::min(x.items.size(), y.items.size()); ++point)
    if (!add_point(stroke, &x.items[point], &y.items[point])) return bad_point(index, point);
  return stroke;
}

/// Whether a stroke is [[x, ..], [y, ..]], perhaps with the times as a third array. Two or three points look
/// alike where a point has as many numbers as that, so only "drawing" may be short.
bool has_columns(const JsonValue& stroke, bool drawing) {
  constexpr std::size_t most_numbers_of_a_point = 8;
  const auto& items = stroke.items;
  if (items.size() < 2 || items.size() > 3) return false;
  const std::size_t points = items.front().items.size();
  const bool even = std::ranges::all_of(items, [points](const JsonValue& column) {
    return column.is_array() && column.items.size() == points;
  });
  return even && points > (drawing ? 0 : most_numbers_of_a_point);
}

Result<ink::Stroke> to_stroke(const JsonValue& json, std::size_t index, bool drawing) {
  const JsonValue* points = json.is_object() ? json.find("points") : &json;
  const JsonValue *x = json.find("x"), *y = json.find("y");
  if (x && y && x->is_array() && y->is_array()) return from_columns(*x, *y, index);
  if (!points || !points->is_array()) return Error{stroke_name(index) + " is not an array of points"};
  if (has_columns(*points, drawing)) return from_columns(points->items[0], points->items[1], index);
  return from_points(*points, index);
}

/// Strokes without points are left out.
Result<ink::Ink> to_ink(const JsonValue& strokes, bool drawing) {
  ink::Ink ink;
  for (std::size_t index = 0; index < strokes.items.size(); ++index) {
    Result<ink::Stroke> stroke = to_stroke(strokes.items[index], index, drawing);
    if (!stroke) return stroke.error();
    if (!stroke.value().empty()) ink.push_back(std::move(stroke).value());
  }
  return ink;
}

Result<std::optional<std::string>> to_label(const JsonValue& sample) {
  const JsonValue* label = find_any(sample, {"label", "sign", "word", "digit", "class"});
  if (label == nullptr || label->kind == JsonValue::Kind::null) return std::optional<std::string>();
  if (label->is_string()) return std::optional(label->string);
  if (const auto number = label->as_uint64()) return std::optional(std::to_string(*number));
  return Error{"the label is neither text nor a whole number"};
}

Result<std::string> to_writer(const JsonValue& sample) {
  const JsonValue* writer = sample.find("writer");
  if (writer == nullptr || writer->kind == JsonValue::Kind::null) return std::string();
  if (writer->is_string()) return writer->string;
  if (const auto number = writer->as_uint64()) return std::to_string(*number);
  return Error{"\"writer\" is neither text nor a whole number"};
}

/// Whether an array's items are strokes rather than points.
bool has_strokes(const JsonValue& array) {
  return std::ranges::all_of(array.items, [](const JsonValue& item) {
    if (item.is_object()) return item.find("points") != nullptr;
    return item.is_array() && !item.items.empty() && !item.items.front().is_number();
  });
}

}  // namespace

Result<StrokeSample> parse_strokes(const JsonValue& json) {
  if (!json.is_object() && !(json.is_array() && has_strokes(json))) return Error{"not a JSON object"};
  const JsonValue* drawing = json.find("drawing");
  const JsonValue* strokes = json.is_array() ? &json : drawing ? drawing : json.find("strokes");
  auto label = to_label(json);
  if (!label) return label.error();
  Result<std::string> writer = to_writer(json);
  if (!writer) return writer.error();
  if (!strokes || !strokes->is_array()) return Error{"\"strokes\" is missing or not an array"};
  Result<ink::Ink> ink = to_ink(*strokes, drawing != nullptr);
  if (!ink) return ink.error();
  return StrokeSample{std::move(label).value(), std::move(writer).value(), std::move(ink).value()};
}

std::optional<Result<ink::Stroke>> parse_loose_stroke(const JsonValue& json) {
  const bool stroke = json.is_object() ? json.find("points") && !json.find("strokes")
                                       : json.is_array() && !json.items.empty() && !has_strokes(json);
  if (!stroke) return std::nullopt;
  return to_stroke(json, 0, false);
}

}  // namespace inkling::io
