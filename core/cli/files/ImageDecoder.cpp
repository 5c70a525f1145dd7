// SPDX-License-Identifier: MIT
#include "core/cli/files/ImageDecoder.h"

#include <cstdio>  // before jpeglib.h, which needs it

#include <jpeglib.h>
#include <png.h>

#include <algorithm>
#include <csetjmp>
#include <cstring>
#include <string>
#include <string_view>

namespace inkling::cli {

namespace {

bool starts_with(std::span<const std::uint8_t> bytes, std::string_view signature) {
  return bytes.size() >= signature.size() &&
         std::memcmp(bytes.data(), signature.data(), signature.size()) == 0;
}

bool is_png(std::span<const std::uint8_t> bytes) {
  return starts_with(bytes, "\x89PNG\r\n\x1a\n");
}

bool is_jpeg(std::span<const std::uint8_t> bytes) {
  return starts_with(bytes, "\xff\xd8\xff");
}

Status check_size(std::uint64_t width, std::uint64_t height) {
  constexpr std::uint64_t max_side = 16'384, max_pixels = 64'000'000;
  if (width <= max_side && height <= max_side && width * height <= max_pixels) return success();
  return Error{"the image is too large: " + std::to_string(width) + "x" + std::to_string(height) +
               " pixels (max. 16,384 a side, 64 million in all)."};
}

Error damaged(const char* format, const char* reason) {
  return {"the " + std::string(format) + " file is damaged or cut short (" + reason + ")."};
}

Result<picture::GreyImage> decode_png(std::span<const std::uint8_t> bytes) {
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&png, bytes.data(), bytes.size()) == 0)
    return damaged("PNG", png.message);
  if (Status status = check_size(png.width, png.height); !status) {
    png_image_free(&png);
    return status.error();
  }
  png.format = PNG_FORMAT_GRAY;
  picture::GreyImage image =
      picture::GreyImage::black(static_cast<int>(png.width), static_cast<int>(png.height));
  const png_color white{255, 255, 255};
  if (png_image_finish_read(&png, &white, image.pixels.data(), 0, nullptr) == 0)
    return damaged("PNG", png.message);
  return image;
}

/// libjpeg reports errors through a callback that must not return: it jumps back to where decoding began.
struct JpegErrors {
  jpeg_error_mgr manager;  // first, so that a pointer to it is a pointer to the whole
  std::jmp_buf begin;
  char reason[JMSG_LENGTH_MAX];
};

void save_reason(j_common_ptr jpeg) {
  jpeg->err->format_message(jpeg, reinterpret_cast<JpegErrors*>(jpeg->err)->reason);
}

/// libjpeg warns where it makes up missing data. The first reason is saved.
void on_warning(j_common_ptr jpeg, int level) {
  if (level < 0 && jpeg->err->num_warnings++ == 0) save_reason(jpeg);
}

[[noreturn]] void on_error(j_common_ptr jpeg) {
  save_reason(jpeg);
  std::longjmp(reinterpret_cast<JpegErrors*>(jpeg->err)->begin, 1);
}

/// Whatever outlives a jump is owned by the caller. Leaves `image` empty if its size is refused.
bool decode_jpeg(std::span<const std::uint8_t> bytes, jpeg_decompress_struct& jpeg, JpegErrors& errors,
                 picture::GreyImage& image, Status& size) {
  if (setjmp(errors.begin) != 0) return false;
  jpeg_create_decompress(&jpeg);
  jpeg_mem_src(&jpeg, bytes.data(), bytes.size());
  jpeg_read_header(&jpeg, TRUE);
  size = check_size(jpeg.image_width, jpeg.image_height);
  if (!size) return true;
  jpeg.out_color_space = JCS_GRAYSCALE;
  jpeg_start_decompress(&jpeg);
  image =
      picture::GreyImage::black(static_cast<int>(jpeg.output_width), static_cast<int>(jpeg.output_height));
  while (jpeg.output_scanline < jpeg.output_height) {
    JSAMPROW row = image.pixels.data() + image.index(0, static_cast<int>(jpeg.output_scanline));
    jpeg_read_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_decompress(&jpeg);
  return errors.manager.num_warnings == 0;
}

Result<picture::GreyImage> decode_jpeg(std::span<const std::uint8_t> bytes) {
  JpegErrors errors{};
  jpeg_decompress_struct jpeg{};
  jpeg.err = jpeg_std_error(&errors.manager);
  errors.manager.error_exit = on_error;
  errors.manager.emit_message = on_warning;
  picture::GreyImage image;
  Status size = success();
  const bool whole = decode_jpeg(bytes, jpeg, errors, image, size);
  jpeg_destroy_decompress(&jpeg);
  if (!whole) return damaged("JPEG", errors.reason);
  if (!size) return size.error();
  return image;
}

}  // namespace

bool is_image_file(std::span<const std::uint8_t> bytes) {
  return is_png(bytes) || is_jpeg(bytes);
}

Result<picture::GreyImage> decode_image(std::span<const std::uint8_t> bytes) {
  if (is_png(bytes)) return decode_png(bytes);
  if (is_jpeg(bytes)) return decode_jpeg(bytes);
  return Error{"not a PNG or JPEG image."};
}

}  // namespace inkling::cli
