// SPDX-License-Identifier: MIT
#include "core/io/strokes/StrokesReader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/JsonParser.h"
#include "core/base/Text.h"
#include "core/ink/Render.h"

namespace inkling::io {

namespace {

/// The text from its first character that is neither blank nor of a byte order mark.
std::string_view from_first_character(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \t\r\n\xef\xbb\xbf"), text.size()));
}

/// What a text is that is no JSON.
Error not_json(std::string_view text) {
  for (const std::string_view number : {"NaN", "Infinity", "nan"}) {
    if (text.find(number) != std::string_view::npos)
      return {"it has " + std::string(number) + " for a number"};
  }
  return {"not a JSON object"};
}

Result<StrokeSample> parse_row(std::string_view text) {
  const std::optional<JsonValue> json = parse_json(text);
  return json ? parse_strokes(*json) : not_json(text);
}

}  // namespace

Status StrokesReader::push(std::span<const char> chunk) {
  const std::string_view text(chunk.data(), chunk.size());
  if (layout_ == Layout::unknown) return push_start(text);
  return layout_ == Layout::array ? push_elements(text) : push_lines(text);
}

/// Holds the text back until its first character tells the layout.
Status StrokesReader::push_start(std::string_view text) {
  start_ += text;
  const std::string_view first = from_first_character(start_);
  const bool far = start_.size() - first.size() > longest_row;
  if (first.empty() && !far) return success();
  layout_ = !far && first.front() == '[' ? Layout::array : Layout::lines;
  Status status = layout_ == Layout::array ? push_elements(first) : push_lines(start_);
  start_ = {};
  return status;
}

Result<StrokeSamples> StrokesReader::finish() {
  const auto take = [this](std::string_view line) { return take_line(line); };
  Status status = push_lines(start_);  // if that is all
  if (status && layout_ != Layout::array) status = lines_.finish(take);
  if (status && !first_line_.empty()) status = take_row(first_line_, first_line_number_);
  if (status) status = elements_.finish();
  if (!status) return status.error();
  if (samples_.empty() && report_.rows_rejected == 0)
    return Error{"This file is empty."}.with_code("emptyFile");
  auto labels = resolve_labels();
  if (!labels) return labels.error();
  if (const Status checked = check_rejected(report_, samples_.size()); !checked) return checked.error();
  return StrokeSamples{std::move(samples_), std::move(labels).value()};
}

/// Rejects the samples whose label means nothing beside the others.
Result<ResolvedLabels> StrokesReader::resolve_labels() {
  if (samples_.empty() || !samples_.front().label || label_rule_ == LabelRule::ignore)
    return ResolvedLabels();
  LabelTable table;
  std::vector<LabelTable::Id> ids;
  for (const StrokeSample& sample : samples_) ids.push_back(table.add(std::string_view(*sample.label)));
  auto resolved = table.resolve(ids, label_rule_);
  if (!resolved) return resolved;
  std::vector<std::uint8_t>& labels = resolved.value().labels;
  std::size_t kept = 0;
  for (std::size_t index = 0; index < samples_.size(); ++index) {
    if (labels[index] == no_class) {
      const std::string reason = resolved.value().digits ? "the label is not 0 to 9" : "the label is no name";
      if (const Status rejected = reject(reason, rows_[index]); !rejected) return rejected.error();
      continue;
    }
    labels[kept] = labels[index];
    if (kept != index) samples_[kept] = std::move(samples_[index]);
    ++kept;
  }
  labels.resize(kept);
  samples_.resize(kept);
  std::ranges::sort(report_.rejected_rows, {}, &RejectedRow::row);
  return resolved;
}

Status StrokesReader::push_lines(std::string_view text) {
  return lines_.push(text, [this](std::string_view line) { return take_line(line); });
}

Status StrokesReader::push_elements(std::string_view text) {
  return elements_.push(
      text, [this](std::string_view element) { return take_element(element); },
      [this] { return take_array_end(); });
}

Status StrokesReader::take_line(std::string_view line) {
  if (line.find_first_not_of(blanks) == std::string_view::npos) return success();
  if (layout_ == Layout::objects) return push_elements(std::string(line) + "\n");
  if (!first_line_.empty()) return take_second_line(line);
  const bool first = samples_.empty() && report_.rows_rejected == 0;
  if (!first || parse_json(line)) return take_row(line, lines_.line_number());
  first_line_ = line;
  first_line_number_ = lines_.line_number();
  return success();
}

/// After a first line that is not complete: that one is damaged if the second is complete. Otherwise objects
/// go over several lines.
Status StrokesReader::take_second_line(std::string_view line) {
  const std::string first = std::exchange(first_line_, {});
  if (trim(first, blanks) != "{" && parse_json(line)) {
    if (Status status = take_row(first, first_line_number_); !status) return status;
    return take_row(line, lines_.line_number());
  }
  layout_ = Layout::objects;
  const Status status = push_elements(first + "\n");
  return status ? push_elements(std::string(line) + "\n") : status;
}

Status StrokesReader::take_row(std::string_view text, std::size_t row) {
  return take(parse_row(text), row);
}

/// An object of its own, or a stroke of the digit that the array is.
Status StrokesReader::take_element(std::string_view text) {
  const std::optional<JsonValue> json = parse_json(text);
  auto stroke = json ? parse_loose_stroke(*json) : std::nullopt;
  if (!stroke) return take_row(text, ++element_);
  if (!*stroke) return take(stroke->error(), ++element_);
  if (!stroke->value().empty()) loose_strokes_.push_back(std::move(*stroke).value());
  return success();
}

Status StrokesReader::take_array_end() {
  if (loose_strokes_.empty()) return success();
  return take(StrokeSample{{}, "", std::exchange(loose_strokes_, {})}, ++element_);
}

Status StrokesReader::take(Result<StrokeSample> sample, std::size_t row) {
  if (sample && !samples_.empty() && label_rule_ != LabelRule::ignore) {
    const bool labelled = sample.value().label.has_value();
    if (labelled != samples_.front().label.has_value())
      sample = Error{labelled ? "it has a label, but the rows before have none"
                              : "it has no label, but the rows before have one"};
  }
  if (samples_.size() == maximum_images)
    return Error{"This file has more than " + group_thousands(maximum_images) + " digits. Use a part of it."}
        .with_code("tooManyImages", {{"limit", maximum_images}});
  if (!sample) return reject(sample.error().message, row);
  samples_.push_back(std::move(sample).value());
  rows_.push_back(row);
  return success();
}

Status StrokesReader::reject(std::string reason, std::size_t row) {
  RejectedRow rejected{row, 0, {}, "strokes", std::move(reason)};
  if (bad_rows_ == BadRows::fail) return every_row_needed(rejected);
  add_rejected(report_, std::move(rejected));
  return success();
}

data::Dataset render_samples(const StrokeSamples& samples) {
  data::Dataset dataset;
  dataset.pixels.reserve(samples.samples.size() * image_pixels);
  for (const StrokeSample& sample : samples.samples) {
    const DigitImage image = ink::render(sample.ink).value_or(DigitImage{});
    dataset.pixels.insert(dataset.pixels.end(), image.begin(), image.end());
  }
  dataset.labels = samples.labels.labels;
  if (dataset.labelled()) dataset.classes = samples.labels.classes;
  return dataset;
}

}  // namespace inkling::io
