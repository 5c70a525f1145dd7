#include "core/data/StrokesReader.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "core/base/Text.h"
#include "core/data/Import.h"

namespace inkling {

namespace {

using Json = nlohmann::json;

/// Far beyond any tablet's units, and small enough that products of lengths stay finite.
constexpr double largest_coordinate = 1e6;

std::string point_name(std::size_t stroke, std::size_t point) {
  return "point " + std::to_string(point + 1) + " of stroke " + std::to_string(stroke + 1);
}

bool is_coordinate(const Json& value) {
  return value.is_number() && std::abs(value.get<double>()) <= largest_coordinate;
}

Result<Stroke> to_stroke(const Json& points, std::size_t index) {
  if (!points.is_array() || points.empty()) {
    return Error{"stroke " + std::to_string(index + 1) + " is not a list of points"};
  }
  Stroke stroke;
  for (const Json& point : points) {
    if (!point.is_array() || point.size() < 2 || !is_coordinate(point[0]) || !is_coordinate(point[1])) {
      return Error{point_name(index, stroke.size()) + " is not two numbers of at most a million"};
    }
    stroke.push_back({point[0].get<float>(), point[1].get<float>()});
  }
  return stroke;
}

Result<Ink> to_ink(const Json& sample) {
  const auto strokes = sample.find("strokes");
  if (strokes == sample.end() || !strokes->is_array()) return Error{"\"strokes\" is missing or not a list"};
  Ink ink;
  for (const Json& points : *strokes) {
    Result<Stroke> stroke = to_stroke(points, ink.size());
    if (!stroke) return stroke.error();
    ink.push_back(std::move(stroke).value());
  }
  return ink;
}

Result<int> to_label(const Json& sample) {
  const auto label = sample.find("label");
  if (label == sample.end()) return StrokeSample{}.label;
  if (!label->is_number_integer() || label->get<double>() < 0 || label->get<double>() >= class_count) {
    return Error{"the label is not a whole number from 0 to 9"};
  }
  return label->get<int>();
}

Result<StrokeSample> to_sample(const Json& line) {
  if (!line.is_object()) return Error{"this is not a JSON object"};
  const Result<int> label = to_label(line);
  if (!label) return label.error();
  const auto writer = line.find("writer");
  if (writer != line.end() && !writer->is_string()) return Error{"\"writer\" is not text"};
  Result<Ink> ink = to_ink(line);
  if (!ink) return ink.error();
  return StrokeSample{label.value(), writer == line.end() ? "" : writer->get<std::string>(),
                      std::move(ink).value()};
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
    return refusal("there are more than " + grouped(maximum_images) + " digits; give a part of the file");
  }
  Result<StrokeSample> sample = to_sample(Json::parse(line, nullptr, /*allow_exceptions=*/false));
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

}  // namespace inkling
