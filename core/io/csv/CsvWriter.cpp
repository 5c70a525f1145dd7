// SPDX-License-Identifier: MIT
#include "core/io/csv/CsvWriter.h"

#include <cassert>
#include <charconv>

#include "core/data/LabelOverrides.h"

namespace inkling::io {

namespace {

constexpr std::size_t longest_row = 4 * (image_pixels + 1);

/// Writes a cell and the delimiter or line break after it; returns the end of what was written.
char* write_cell(char* text, std::uint8_t value, char after) {
  text = std::to_chars(text, text + 3, value).ptr;
  *text = after;
  return text + 1;
}

/// In quotes if it has a comma in it.
std::string text_cell(const std::string& text) {
  return text.find(',') == std::string::npos ? text : '"' + text + '"';
}

}  // namespace

std::string csv_header() {
  std::string header = "label";
  for (int pixel = 0; pixel < image_pixels; ++pixel) header += ",pixel" + std::to_string(pixel);
  return header + "\n";
}

std::string csv_rows(const data::Dataset& dataset, std::span<const std::uint8_t> labels, std::size_t begin,
                     std::size_t end) {
  assert(end <= labels.size() && labels.size() == dataset.size());
  std::string text;
  char line[longest_row];
  for (std::size_t row = begin; row < end; ++row) {
    if (labels[row] == data::excluded) continue;
    char* line_end = write_cell(line, labels[row], ',');
    const auto image = dataset.image(row);
    for (int pixel = 0; pixel < image_pixels; ++pixel)
      line_end = write_cell(line_end, image[pixel], pixel + 1 < image_pixels ? ',' : '\n');
    text.append(line, line_end);
  }
  return text;
}

std::string submission_csv(std::span<const std::uint8_t> labels, std::span<const std::string> ids) {
  assert(ids.empty() || ids.size() == labels.size());
  std::string text = "ImageId,Label\n";
  for (std::size_t index = 0; index < labels.size(); ++index) {
    text += ids.empty() ? std::to_string(index + 1) : text_cell(ids[index]);
    text += "," + std::to_string(labels[index]) + "\n";
  }
  return text;
}

}  // namespace inkling::io
