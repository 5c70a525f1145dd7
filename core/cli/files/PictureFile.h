#pragma once

#include <cstdint>
#include <span>

#include "core/base/Result.h"
#include "core/picture/GreyImage.h"

namespace inkling::cli {

/// Whether these are the first bytes of a PNG or a JPEG file.
bool is_picture(std::span<const std::uint8_t> bytes);

/// The greys of a PNG or JPEG file, 0 is black; what is transparent is white. Refuses files that are damaged
/// or cut short, and pictures of more than 16,384 pixels a side or 64 million in all.
Result<picture::GreyImage> decode_picture(std::span<const std::uint8_t> bytes);

}  // namespace inkling::cli
