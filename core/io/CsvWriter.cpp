#include "core/io/CsvWriter.h"

#include <cassert>
#include <charconv>

#include "core/data/LabelOverrides.h"

namespace inkling::io {

namespace {

constexpr std::size_t longest_row = 4 * (image_pixels + 1);

/// Writes a number and what comes after it, and returns where to go on.
char* write(char* text, std::uint8_t number, char after) {
  text = std::to_chars(text, text + 3, number).ptr;
  *text = after;
  return text + 1;
}

}  // namespace

std::string csv_header() {
  std::string header = "label";
  for (int pixel = 0; pixel < image_pixels; ++pixel) header += ",pixel" + std::to_string(pixel);
  return header + "\n";
}

std::string csv_rows(const data::Dataset& dataset, std::span<const std::uint8_t> labels, std::size_t first,
                     std::size_t end) {
  assert(end <= labels.size() && labels.size() == dataset.size());
  std::string text;
  char line[longest_row];
  for (std::size_t row = first; row < end; ++row) {
    if (labels[row] == data::left_out) continue;
    char* at = write(line, labels[row], ',');
    const auto image = dataset.image(row);
    for (int pixel = 0; pixel < image_pixels; ++pixel)
      at = write(at, image[pixel], pixel + 1 < image_pixels ? ',' : '\n');
    text.append(line, at);
  }
  return text;
}

}  // namespace inkling::io
