// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

namespace inkling::cli {

/// The orientation that Exif data give, 1 to 8, from its TIFF header on; 1 if there is none.
int exif_orientation(std::span<const std::uint8_t> tiff);

/// The same for the Exif data of a PNG file's eXIf chunk.
int png_orientation(std::span<const std::uint8_t> file);

/// The same for the Exif data of a WebP file's EXIF chunk.
int webp_orientation(std::span<const std::uint8_t> file);

}  // namespace inkling::cli
