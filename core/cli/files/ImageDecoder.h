// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

#include "core/base/Result.h"
#include "core/picture/GreyImage.h"

namespace inkling::cli {

/// Whether these are the first bytes of a PNG or JPEG file.
bool is_image_file(std::span<const std::uint8_t> bytes);

/// Decodes a PNG or JPEG file to grey levels (0 is black), with transparency over white. Refuses files that
/// are damaged or cut short, and images of more than 16,384 pixels a side or 64 million in all.
Result<picture::GreyImage> decode_image(std::span<const std::uint8_t> bytes);

}  // namespace inkling::cli
