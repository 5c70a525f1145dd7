// SPDX-License-Identifier: MIT
#include <cstdlib>

#include "core/cli/images/Formats.h"

namespace inkling::cli {

namespace {

/// The fields of a BMP file, from its file header on.
class BmpHeader {
 public:
  explicit BmpHeader(Bytes bytes) : bytes_(bytes) {}

  std::uint32_t number(std::size_t at, std::size_t size = 4) const {
    std::uint32_t value = 0;
    for (std::size_t byte = size; byte-- > 0;)
      value = value << 8 | (at + byte < bytes_.size() ? bytes_[at + byte] : 0u);
    return value;
  }

  std::size_t pixels_at() const { return number(10); }
  std::size_t header_size() const { return number(14); }
  std::int64_t width() const { return static_cast<std::int32_t>(number(18)); }
  std::int64_t height() const {
    return static_cast<std::int32_t>(number(22));
  }  // negative: the top row comes first
  std::size_t bits() const { return number(28, 2); }
  std::uint32_t compression() const { return number(30); }
  std::size_t palette_at() const { return 14 + header_size(); }

  bool is_plain() const {
    constexpr std::uint32_t uncompressed = 0, masks = 3;
    const bool whole_bytes = bits() == 24 || bits() == 32;
    return header_size() >= 40 &&
           (compression() == uncompressed || (compression() == masks && bits() == 32)) &&
           (whole_bytes || bits() == 1 || bits() == 4 || bits() == 8);
  }

 private:
  Bytes bytes_;
};

/// Where the blue, green and red byte of a pixel are.
std::size_t colour_at(const BmpHeader& header, Bytes row, std::size_t row_at, std::size_t x) {
  const std::size_t bits = header.bits();
  if (bits >= 24) return row_at + x * bits / 8;
  const std::size_t bit = x * bits;
  const unsigned index = row[bit / 8] >> (8 - bits - bit % 8) & ((1u << bits) - 1);
  return header.palette_at() + 4 * std::size_t{index};
}

}  // namespace

/// Reads uncompressed images, the only ones in use.
DecodedImage decode_bmp(Bytes bytes) {
  const BmpHeader header(bytes);
  if (!header.is_plain()) return Error{"this kind of BMP image isn't supported. Save it as PNG."};
  const auto height = static_cast<std::uint64_t>(std::abs(header.height()));
  const auto width = static_cast<std::uint64_t>(std::max<std::int64_t>(0, header.width()));
  if (Status status = check_image_size(width, height); !status) return status.error();
  const std::size_t row_bytes = (width * header.bits() + 31) / 32 * 4;
  if (header.pixels_at() > bytes.size() || (bytes.size() - header.pixels_at()) / row_bytes < height)
    return damaged_image("BMP", "rows are missing");
  auto image = picture::ColourImage::blank(static_cast<int>(width), static_cast<int>(height));
  for (std::size_t y = 0; y < height; ++y) {
    const std::size_t row_at = header.pixels_at() + y * row_bytes;
    std::uint8_t* pixel = image.row(static_cast<int>(header.height() > 0 ? height - 1 - y : y));
    for (std::size_t x = 0; x < width; ++x, pixel += 4) {
      const std::size_t at = colour_at(header, bytes.subspan(row_at, row_bytes), row_at, x);
      for (std::size_t channel = 0; channel < 3; ++channel)
        pixel[channel] = at + 2 < bytes.size() ? bytes[at + 2 - channel] : 0;
      pixel[3] = 255;
    }
  }
  return image;
}

}  // namespace inkling::cli
