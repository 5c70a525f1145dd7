// SPDX-License-Identifier: MIT
#include "core/io/csv/CsvWriter.h"

#include <cassert>
#include <charconv>

#include "core/data/LabelOverrides.h"

namespace inkling::io {

namespace {

constexpr std::size_t longest_pixels = 4 * image_pixels;

/// Writes a cell and the delimiter or line break after it; returns the end of what was written.
char* write_cell(char* text, std::uint8_t value, char after) {
  text = std::to_chars(text, text + 3, value).ptr;
  *text = after;
  return text + 1;
}

/// In quotes if it has a comma or a quote in it, which is doubled.
std::string text_cell(const std::string& text) {
  if (text.find_first_of(",\"") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char character : text) quoted.append(character == '"' ? 2 : 1, character);
  return quoted + '"';
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
  char pixels[longest_pixels];
  for (std::size_t row = begin; row < end; ++row) {
    if (labels[row] == data::excluded) continue;
    char* end_of_pixels = pixels;
    const auto image = dataset.image(row);
    for (int pixel = 0; pixel < image_pixels; ++pixel)
      end_of_pixels = write_cell(end_of_pixels, image[pixel], pixel + 1 < image_pixels ? ',' : '\n');
    text.append(text_cell(dataset.classes[labels[row]])).append(1, ',').append(pixels, end_of_pixels);
  }
  return text;
}

std::string submission_csv(std::span<const std::uint8_t> labels, const ClassNames& classes,
                           std::span<const std::string> ids) {
  assert(ids.empty() || ids.size() == labels.size());
  std::string text = "ImageId,Label\n";
  for (std::size_t index = 0; index < labels.size(); ++index) {
    text += ids.empty() ? std::to_string(index + 1) : text_cell(ids[index]);
    text += "," + text_cell(classes[labels[index]]) + "\n";
  }
  return text;
}

}  // namespace inkling::io
