// SPDX-License-Identifier: MIT
#include "core/io/arrays/NpyReader.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>

#include "tests/core/io/CsvTable.h"

using namespace inkling;
using namespace inkling::io;
using namespace inkling::testing;

namespace {

std::string npy(const std::string& type, const std::string& shape, const std::string& body,
                const std::string& order = "False") {
  std::string header = "{'descr': '" + type + "', 'fortran_order': " + order + ", 'shape': " + shape + ", }";
  while ((header.size() + 11) % 64 != 0) header += ' ';
  header += '\n';
  std::string bytes = "\x93NUMPY\x01";
  bytes += '\0';
  bytes += static_cast<char>(header.size() & 0xff);
  bytes += static_cast<char>(header.size() >> 8);
  return bytes + header + body;
}

Result<std::vector<std::uint8_t>> read(std::string_view bytes, std::size_t chunk) {
  NpyReader reader;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(chunk, bytes.size()))) {
    if (Status status = reader.push(bytes.substr(0, chunk)); !status) return status.error();
  }
  auto dataset = reader.finish();
  if (!dataset) return dataset.error();
  return dataset.value().labelled() ? dataset.value().labels : dataset.value().pixels;
}

/// What is read, whole and in chunks.
std::vector<std::uint8_t> read(const std::string& bytes) {
  const auto whole = read(bytes, bytes.size());
  REQUIRE_MESSAGE(whole.ok(), whole.error().message);
  for (const std::size_t chunk : {1, 1000}) CHECK(read(bytes, chunk).value() == whole.value());
  return whole.value();
}

std::string error_of(const std::string& bytes) {
  const auto whole = read(bytes, bytes.size() + 1);
  const auto cut = read(bytes, 1);
  REQUIRE_FALSE(whole.ok());
  REQUIRE_FALSE(cut.ok());
  CHECK(whole.error().message == cut.error().message);
  return whole.error().message;
}

std::string body_of(const std::vector<std::uint8_t>& values) {
  return {values.begin(), values.end()};
}

std::string as_floats(const std::vector<std::uint8_t>& values) {
  std::string body;
  for (const std::uint8_t value : values) {
    const auto bits = std::bit_cast<std::uint32_t>(static_cast<float>(value) / 255);
    for (int byte = 0; byte < 4; ++byte) body += static_cast<char>(bits >> 8 * byte);
  }
  return body;
}

data::Dataset images() {
  Random random(5);
  return random_images(12, random);
}

}  // namespace

TEST_CASE("NumPy arrays of images and labels are read from any cut") {
  const data::Dataset dataset = images();
  for (const char* shape : {"(12, 28, 28)", "(12, 784)", "(12, 28, 28, 1)", "(12, 1, 28, 28)"}) {
    CAPTURE(shape);
    CHECK(read(npy("|u1", shape, body_of(dataset.pixels))) == dataset.pixels);
  }
  CHECK(read(npy("|u1", "(12,)", body_of(dataset.labels))) == dataset.labels);
  std::string integers;
  for (const std::uint8_t label : dataset.labels)
    (integers += static_cast<char>(label)) += std::string(7, '\0');
  CHECK(read(npy("<i8", "(12,)", integers)) == dataset.labels);
  CHECK(read(npy("<i8", "(12, 1)", integers)) == dataset.labels);
}

TEST_CASE("pixels from 0 to 1 become bytes") {
  CHECK(read(npy("<f4", "(12, 28, 28)", as_floats(images().pixels))) == images().pixels);
}

TEST_CASE("other arrays are an error that says why") {
  CHECK(error_of(npy("|u1", "(2, 8, 8)", "")) == "This NumPy file has images of 8x8. Inkling needs 28x28.");
  CHECK(error_of(npy("|O", "(2,)", "")) ==
        "This NumPy file doesn't hold plain numbers, as pixels and labels are.");
  CHECK(error_of(npy("|u1", "()", "")) == "This NumPy file holds a single value, not images.");
  CHECK(error_of(npy("|u1", "(2, 3)", "")) ==
        "This NumPy file has 2 dimensions. Images have 3, labels have 1.");
  CHECK(error_of(npy("|u1", "(28, 784)", "", "True")) ==
        "This NumPy array is in Fortran's order. Save numpy.ascontiguousarray() of it.");
  CHECK(error_of(npy("|u1", "(2,)", "\1")) == "This NumPy file is cut short: it has 1 of 2 labels.");
  CHECK(error_of(npy("|u1", "(3,)", "\1\2\x0b")) == "label 3 is 11, expected 0 to 9.");
  CHECK(error_of(npy("|u1", "(1,)", "\1\2")) == "This NumPy file has extra bytes after its 1 label.");
  CHECK(error_of("\x93NUMPY") == "This NumPy file is cut short: its header is incomplete.");
}

TEST_CASE("an array whose size overflows 32 bits is refused") {
  CHECK(error_of(npy("<f8", "(1000000, 28, 28)", "")) ==
        "This NumPy file is too large, with 8 bytes per pixel. Save the pixels as single bytes (uint8).");
}
