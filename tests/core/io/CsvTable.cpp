// SPDX-License-Identifier: MIT
#include "tests/core/io/CsvTable.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

#include "core/io/csv/CsvReader.h"

namespace inkling::testing {

namespace {

std::string decorated(std::string cell, const CsvStyle& style) {
  if (style.quotes) cell = '"' + cell + '"';
  return style.blanks ? " " + cell + " " : cell;
}

std::string number(int value, const CsvStyle& style) {
  std::array<char, 40> text;
  std::snprintf(text.data(), text.size(), style.exponents ? "%.18e" : "%.0f", static_cast<double>(value));
  return text.data();
}

std::string pixel(std::uint8_t value, const CsvStyle& style) {
  if (!style.unit_scale) return number(value, style);
  std::array<char, 40> text;
  std::snprintf(text.data(), text.size(), "%.17g", value / 255.0);
  return text.data();
}

std::string joined(const std::vector<std::string>& cells, const CsvStyle& style) {
  std::string line;
  for (const std::string& cell : cells)
    line += (line.empty() ? "" : style.delimiter) + decorated(cell, style);
  return line;
}

void add_label(std::vector<std::string>& cells, std::string label, const CsvStyle& style) {
  if (style.label == LabelPlace::first) cells.insert(cells.begin(), std::move(label));
  if (style.label == LabelPlace::last) cells.push_back(std::move(label));
}

std::vector<std::string> header(const CsvStyle& style) {
  std::vector<std::string> cells;
  for (int index = 0; index < image_pixels; ++index) {
    cells.push_back((style.header == Header::names ? "pixel" : "") + std::to_string(index));
  }
  add_label(cells, style.header == Header::names ? style.label_name : "784", style);
  if (style.index) cells.insert(cells.begin(), "id");
  return cells;
}

std::vector<std::string> row(const data::Dataset& dataset, std::size_t index, const CsvStyle& style) {
  std::vector<std::string> cells;
  for (const std::uint8_t value : dataset.image(index)) cells.push_back(pixel(value, style));
  if (style.label != LabelPlace::none) add_label(cells, number(dataset.labels[index], style), style);
  if (style.index) cells.insert(cells.begin(), std::to_string(index));
  return cells;
}

template <class Value>
Value one_of(std::initializer_list<Value> values, Random& random) {
  return values.begin()[random.below(values.size())];
}

}  // namespace

data::Dataset random_images(std::size_t images, Random& random) {
  data::Dataset dataset;
  dataset.pixels.resize(images * image_pixels);
  for (std::size_t index = 0; index < images; ++index) {
    dataset.labels.push_back(static_cast<std::uint8_t>((index * 7 + 3) % digit_count));
    for (std::size_t ink = 0; ink < 120; ++ink) {
      const std::size_t pixel = 100 + random.below(500);
      dataset.pixels[index * image_pixels + pixel] = static_cast<std::uint8_t>(random.below(256));
    }
  }
  return dataset;
}

CsvStyle random_style(Random& random) {
  const auto maybe = [&random] { return random.below(2) == 1; };
  CsvStyle style;
  style.label = one_of({LabelPlace::first, LabelPlace::last, LabelPlace::none}, random);
  style.header = one_of({Header::names, Header::numbers, Header::none}, random);
  style.delimiter = one_of({",", ";", "\t"}, random);
  style.line_end = one_of({"\n", "\r\n", "\r"}, random);
  style.last_line_end = maybe();
  style.byte_order_mark = maybe();
  style.quotes = maybe();
  style.blanks = maybe();
  style.index = maybe() && style.header != Header::numbers;
  style.exponents = random.below(4) == 0;
  style.unit_scale = random.below(4) == 0;
  return style;
}

std::string to_csv(const data::Dataset& dataset, const CsvStyle& style) {
  std::string text = style.byte_order_mark ? "\xef\xbb\xbf" : "";
  if (style.header != Header::none) text += joined(header(style), style) + style.line_end;
  for (std::size_t index = 0; index < dataset.size(); ++index) {
    text += joined(row(dataset, index, style), style);
    if (index + 1 < dataset.size() || style.last_line_end) text += style.line_end;
  }
  return text;
}

std::string blank_row(std::string_view label) {
  std::string line(label);
  for (int pixel = 0; pixel < image_pixels; ++pixel) line += ",0";
  return line;
}

std::string counting_row(int first, int count) {
  std::string line;
  for (int number = first; number < first + count; ++number)
    line += (line.empty() ? "" : ",") + std::to_string(number);
  return line;
}

std::string csv_lines(std::initializer_list<std::string> rows) {
  std::string text;
  for (const std::string& row : rows) text += row + "\n";
  return text;
}

data::Dataset unlabelled(data::Dataset dataset) {
  dataset.labels.clear();
  return dataset;
}

Result<io::Import> read_csv(std::string_view text) {
  io::CsvReader reader;
  if (Status status = reader.push(text); !status) return status.error();
  return reader.finish();
}

Result<io::Import> read_csv_in_chunks(std::string_view text, std::size_t longest, Random& random) {
  io::CsvReader reader;
  while (!text.empty()) {
    const std::string_view chunk = text.substr(0, 1 + random.below(longest));
    // A separate copy, so that the sanitizer sees a read beyond the chunk.
    if (Status status = reader.push(std::vector<char>(chunk.begin(), chunk.end())); !status)
      return status.error();
    text.remove_prefix(chunk.size());
  }
  return reader.finish();
}

}  // namespace inkling::testing
