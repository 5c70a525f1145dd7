// SPDX-License-Identifier: MIT
#include "core/cli/images/Exif.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace inkling::cli {

namespace {

/// Unsigned numbers in some bytes; 0 beyond their end.
struct Numbers {
  std::span<const std::uint8_t> bytes;
  bool big_endian;

  std::uint32_t read(std::size_t at, std::size_t size) const {
    if (at > bytes.size() || bytes.size() - at < size) return 0;
    std::uint32_t number = 0;
    for (std::size_t byte = 0; byte < size; ++byte)
      number = number << 8 | bytes[at + (big_endian ? byte : size - 1 - byte)];
    return number;
  }
};

/// Walks the chunks of a file, each with its length and its tag, and reads the one that has Exif data.
int orientation_in_chunks(const Numbers& file, std::size_t begin, std::string_view tag, bool length_first) {
  constexpr std::size_t header = 8;
  const std::size_t trailer = length_first ? 4 : 0;  // PNG's check sum
  for (std::size_t at = begin; at + header <= file.bytes.size();) {
    const std::uint32_t length = file.read(at + (length_first ? 0 : 4), 4);
    const std::size_t rest = file.bytes.size() - at - header;
    if (length > rest) break;
    if (std::memcmp(&file.bytes[at + (length_first ? 4 : 0)], tag.data(), 4) == 0)
      return exif_orientation(file.bytes.subspan(at + header, length));
    at += header + std::min(rest, length + trailer + (length_first ? 0 : length % 2));
  }
  return 1;
}

}  // namespace

int exif_orientation(std::span<const std::uint8_t> tiff) {
  constexpr std::uint32_t orientation_tag = 0x0112;
  constexpr std::size_t entry_size = 12;
  constexpr std::string_view prefix("Exif\0\0", 6);  // some programs write it where it doesn't belong
  if (tiff.size() > prefix.size() && std::memcmp(tiff.data(), prefix.data(), prefix.size()) == 0)
    tiff = tiff.subspan(prefix.size());
  if (tiff.size() < 8) return 1;
  const Numbers numbers{tiff, tiff[0] == 'M'};
  const std::size_t directory = numbers.read(4, 4);
  const std::uint32_t entries = numbers.read(directory, 2);
  for (std::uint32_t entry = 0; entry < entries; ++entry) {
    const std::size_t at = directory + 2 + entry_size * entry;
    if (numbers.read(at, 2) != orientation_tag) continue;
    const auto orientation = static_cast<int>(numbers.read(at + 8, 2));
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
  }
  return 1;
}

int png_orientation(std::span<const std::uint8_t> file) {
  return orientation_in_chunks({file, true}, 8, "eXIf", true);
}

int webp_orientation(std::span<const std::uint8_t> file) {
  return orientation_in_chunks({file, false}, 12, "EXIF", false);
}

}  // namespace inkling::cli
