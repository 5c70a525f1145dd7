// SPDX-License-Identifier: MIT
#pragma once

#include <cstdio>  // before jpeglib.h, which needs it

#include <jpeglib.h>
#include <png.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>

#include "core/picture/GreyImage.h"

namespace inkling::testing {

/// The image as a PNG file.
inline std::string png(const picture::GreyImage& picture) {
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  png.width = static_cast<png_uint_32>(picture.width);
  png.height = static_cast<png_uint_32>(picture.height);
  png.format = PNG_FORMAT_GRAY;
  png_alloc_size_t size = 0;
  png_image_write_to_memory(&png, nullptr, &size, 0, picture.pixels.data(), 0, nullptr);
  std::string bytes(size, '\0');
  png_image_write_to_memory(&png, bytes.data(), &size, 0, picture.pixels.data(), 0, nullptr);
  return bytes;
}

/// Samples [height, width, channels] as a JPEG file, compressed with loss.
inline std::string jpeg(std::span<const std::uint8_t> samples, int width, int channels,
                        J_COLOR_SPACE colours) {
  jpeg_compress_struct jpeg{};
  jpeg_error_mgr errors{};
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&jpeg, &bytes, &size);
  const std::size_t row_size = static_cast<std::size_t>(width) * static_cast<std::size_t>(channels);
  jpeg.image_width = static_cast<JDIMENSION>(width);
  jpeg.image_height = static_cast<JDIMENSION>(samples.size() / row_size);
  jpeg.input_components = channels;
  jpeg.in_color_space = colours;
  jpeg_set_defaults(&jpeg);
  jpeg_start_compress(&jpeg, TRUE);
  for (std::size_t first = 0; first < samples.size(); first += row_size) {
    auto* row = const_cast<JSAMPROW>(samples.data() + first);
    jpeg_write_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_compress(&jpeg);
  std::string file(reinterpret_cast<char*>(bytes), size);
  jpeg_destroy_compress(&jpeg);
  std::free(bytes);
  return file;
}

inline std::string jpeg(const picture::GreyImage& picture) {
  return jpeg(picture.pixels, picture.width, 1, JCS_GRAYSCALE);
}

}  // namespace inkling::testing
