// SPDX-License-Identifier: MIT
#include "core/cli/images/ImageDecoder.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/cli/images/Exif.h"
#include "tests/core/cli/EncodedImage.h"

using namespace inkling;
using namespace inkling::cli;

namespace {

using Bytes = std::vector<std::uint8_t>;

void append(Bytes& bytes, std::uint32_t number, int size) {
  for (int byte = 0; byte < size; ++byte) bytes.push_back(static_cast<std::uint8_t>(number >> 8 * byte));
}

/// A BMP file of 2 by 2 pixels of 24 bits: white with a black pixel at the top left.
Bytes bmp() {
  Bytes bytes = {'B', 'M'};
  for (const std::uint32_t field : {70u, 0u, 54u, 40u, 2u, 2u}) append(bytes, field, 4);
  append(bytes, 1, 2);
  append(bytes, 24, 2);
  for (int field = 0; field < 6; ++field) append(bytes, 0, 4);
  const Bytes bottom = {255, 255, 255, 255, 255, 255, 0, 0}, top = {0, 0, 0, 255, 255, 255, 0, 0};
  bytes.insert(bytes.end(), bottom.begin(), bottom.end());
  bytes.insert(bytes.end(), top.begin(), top.end());
  return bytes;
}

/// Files of 3 by 2 pixels: white with a black pixel at the top left. This one is uncompressed, 8 bits of
/// grey.
Bytes tiff() {
  constexpr std::uint32_t pixels = 8, directory = 14;
  Bytes bytes = {'I', 'I', 42, 0, directory, 0, 0, 0, 0, 255, 255, 255, 255, 255};
  const std::array<std::array<std::uint32_t, 2>, 9> fields = {
      {{256, 3}, {257, 2}, {258, 8}, {259, 1}, {262, 1}, {273, pixels}, {277, 1}, {278, 2}, {279, 6}}};
  append(bytes, static_cast<std::uint32_t>(fields.size()), 2);
  for (const auto& [tag, value] : fields) {
    append(bytes, tag, 2);
    append(bytes, 3, 2);
    append(bytes, 1, 4);
    append(bytes, value, 4);
  }
  append(bytes, 0, 4);
  return bytes;
}

const Bytes gif = {71, 73, 70, 56, 57, 97, 3, 0, 2, 0, 240, 1, 0, 0, 0, 0, 255, 255, 255, 33, 249, 4,
                   0,  0,  0,  0,  0,  44, 0, 0, 0, 0, 3,   0, 2, 0, 0, 2, 3,   68,  126, 5,  0,   59};

const Bytes webp = {82, 73, 70, 70, 32, 0,  0,  0,   87,  69, 66,  80,  86, 80,  56,  76,  20, 0,  0,   0,
                    47, 2,  64, 0,  0,  15, 48, 255, 243, 63, 255, 243, 31, 120, 184, 193, 65, 68, 255, 67};

/// Exif data with an orientation and nothing else.
Bytes exif(std::uint32_t orientation) {
  Bytes bytes = {'I', 'I', 42, 0};
  append(bytes, 8, 4);
  append(bytes, 1, 2);
  append(bytes, 0x0112, 2);
  append(bytes, 3, 2);
  append(bytes, 1, 4);
  append(bytes, orientation, 4);
  append(bytes, 0, 4);
  return bytes;
}

/// A JPEG file of one even colour, given in ink: 255 is all of it.
Bytes cmyk_jpeg(std::array<std::uint8_t, 4> ink) {
  constexpr int side = 8;
  Bytes samples;
  for (int pixel = 0; pixel < side * side; ++pixel) {
    // Adobe's marker, which libjpeg writes, says that they are inverted.
    for (const std::uint8_t channel : ink) samples.push_back(static_cast<std::uint8_t>(255 - channel));
  }
  const std::string file = testing::jpeg(samples, side, 4, JCS_CMYK);
  return {file.begin(), file.end()};
}

int grey_of(const Bytes& file) {
  const auto image = decode_image(file);
  REQUIRE(image.ok());
  return image.value().at(4, 4);
}

}  // namespace

TEST_CASE("a BMP image is read from the bottom up, and one that is cut short is refused") {
  const auto image = decode_image(bmp());
  REQUIRE(image.ok());
  CHECK(image.value().pixels == Bytes{0, 255, 255, 255});
  Bytes cut = bmp();
  cut.pop_back();
  CHECK(decode_image(cut).error().message.find("damaged or cut short") != std::string::npos);
}

TEST_CASE("GIF, TIFF and WebP images are read where their libraries are installed") {
  for (const auto& [name, file] :
       {std::pair("GIF", gif), std::pair("TIFF", tiff()), std::pair("WebP", webp)}) {
    CAPTURE(name);
    CHECK(is_image_file(file));
    const auto image = decode_image(file);
    if (std::string(image_formats()).find(name) == std::string::npos) {
      CHECK(image.error().message.find(name) != std::string::npos);
      continue;
    }
    REQUIRE(image.ok());
    CHECK(image.value().width == 3);
    CHECK(image.value().pixels == Bytes{0, 255, 255, 255, 255, 255});
    Bytes cut = file;
    cut.resize(cut.size() * 2 / 3);
    CHECK_FALSE(decode_image(cut).ok());
  }
}

TEST_CASE("a JPEG image in inks is as dark as they are") {
  CHECK(grey_of(cmyk_jpeg({0, 0, 0, 0})) >= 250);
  CHECK(grey_of(cmyk_jpeg({0, 0, 0, 255})) <= 5);
  CHECK(grey_of(cmyk_jpeg({255, 255, 255, 0})) <= 5);
}

TEST_CASE("the orientation is read from Exif data, and damaged data have none") {
  for (std::uint32_t orientation = 1; orientation <= 8; ++orientation)
    CHECK(exif_orientation(exif(orientation)) == static_cast<int>(orientation));
  CHECK(exif_orientation(exif(99)) == 1);
  const Bytes whole = exif(6);
  for (std::size_t size = 0; size < 18; ++size) CHECK(exif_orientation(std::span(whole).first(size)) == 1);
}

TEST_CASE("a HEIC image is named") {
  Bytes heic = {0, 0, 0, 24, 'f', 't', 'y', 'p', 'h', 'e', 'i', 'c', 0, 0, 0, 0};
  CHECK(is_image_file(heic));
  CHECK(decode_image(heic).error().message.find("a HEIC image") != std::string::npos);
}
