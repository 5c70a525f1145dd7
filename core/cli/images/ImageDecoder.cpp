// SPDX-License-Identifier: MIT
#include "core/cli/images/ImageDecoder.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/base/FileSignature.h"
#include "core/cli/images/Formats.h"

namespace inkling::cli {

namespace {

using Decoder = DecodedImage (*)(Bytes);

struct ImageFormat {
  std::string_view name;  // as identify_file() gives it
  Decoder decode;         // null if this build can't read the format
};

#ifdef INKLING_GIF
constexpr Decoder gif_decoder = decode_gif;
#else
constexpr Decoder gif_decoder = nullptr;
#endif
#ifdef INKLING_TIFF
constexpr Decoder tiff_decoder = decode_tiff;
#else
constexpr Decoder tiff_decoder = nullptr;
#endif
#ifdef INKLING_WEBP
constexpr Decoder webp_decoder = decode_webp;
#else
constexpr Decoder webp_decoder = nullptr;
#endif

constexpr ImageFormat formats[] = {
    {"a PNG image", decode_png},  {"a JPEG image", decode_jpeg},  {"a BMP image", decode_bmp},
    {"a GIF image", gif_decoder}, {"a TIFF image", tiff_decoder}, {"a WebP image", webp_decoder},
    {"a HEIC image", nullptr},    {"an AVIF image", nullptr},
};

const ImageFormat* format_of(Bytes bytes) {
  const std::string_view start(reinterpret_cast<const char*>(bytes.data()),
                               std::min(bytes.size(), signature_bytes));
  const auto* format = std::ranges::find(formats, identify_file(start), &ImageFormat::name);
  return format == std::end(formats) ? nullptr : format;
}

}  // namespace

Status check_image_size(std::uint64_t width, std::uint64_t height) {
  constexpr std::uint64_t max_side = 16'384, max_pixels = 64'000'000;
  if (width == 0 || height == 0) return Error{"the image is empty."};
  if (width <= max_side && height <= max_side && width * height <= max_pixels) return success();
  return Error{"the image is too large: " + std::to_string(width) + "x" + std::to_string(height) +
               " pixels (max. 16,384 a side, 64 million in all)."};
}

Error damaged_image(const char* format, const char* reason) {
  return {"the " + std::string(format) + " file is damaged or cut short (" + reason + ")."};
}

bool is_image_file(std::span<const std::uint8_t> bytes) {
  return format_of(bytes) != nullptr;
}

Result<picture::GreyImage> decode_image(std::span<const std::uint8_t> bytes) {
  const ImageFormat* format = format_of(bytes);
  if (format == nullptr) return Error{"not an image."};
  if (format->decode == nullptr)
    return Error{"This is " + std::string(format->name) +
                 ", which this program can't read. Save it as PNG or JPEG."};
  const DecodedImage image = format->decode(bytes);
  if (!image) return image.error();
  return to_grey(image.value());
}

const char* image_formats() {
  return "PNG, JPEG, BMP"
#ifdef INKLING_GIF
         ", GIF"
#endif
#ifdef INKLING_TIFF
         ", TIFF"
#endif
#ifdef INKLING_WEBP
         ", WebP"
#endif
      ;
}

}  // namespace inkling::cli
