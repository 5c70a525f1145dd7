// SPDX-License-Identifier: MIT
#include <cstdio>  // before jpeglib.h, which needs it

#include <jpeglib.h>

#include <algorithm>
#include <csetjmp>
#include <cstring>
#include <vector>

#include "core/cli/images/Exif.h"
#include "core/cli/images/Formats.h"

namespace inkling::cli {

namespace {

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

/// The inks of a pixel as light. Adobe's programs store them inverted.
void to_rgba(const std::uint8_t* cmyk, bool inverted, std::uint8_t* pixel) {
  const auto light = [inverted](int ink) { return inverted ? ink : 255 - ink; };
  for (int channel = 0; channel < 3; ++channel)
    pixel[channel] = static_cast<std::uint8_t>(light(cmyk[channel]) * light(cmyk[3]) / 255);
  pixel[3] = 255;
}

void expand_row(const std::uint8_t* samples, const jpeg_decompress_struct& jpeg, std::uint8_t* row) {
  for (JDIMENSION x = 0; x < jpeg.output_width; ++x, row += 4, samples += jpeg.output_components) {
    if (jpeg.output_components == 4) {
      to_rgba(samples, jpeg.saw_Adobe_marker != 0, row);
    } else {
      const bool grey = jpeg.output_components == 1;
      for (int channel = 0; channel < 3; ++channel) row[channel] = samples[grey ? 0 : channel];
      row[3] = 255;
    }
  }
}

int orientation_of(const jpeg_decompress_struct& jpeg) {
  for (auto marker = jpeg.marker_list; marker != nullptr; marker = marker->next) {
    if (marker->data_length > 6 && std::memcmp(marker->data, "Exif\0\0", 6) == 0)
      return exif_orientation({marker->data, marker->data_length});
  }
  return 1;
}

/// What outlives a jump.
struct Decoding {
  Bytes bytes;
  jpeg_decompress_struct jpeg{};
  JpegErrors errors{};
  picture::ColourImage image;
  std::vector<std::uint8_t> row;
  Status size = success();
  int orientation = 1;
};

/// Leaves the image empty if its size is refused.
bool decode(Decoding& decoding) {
  jpeg_decompress_struct& jpeg = decoding.jpeg;
  if (setjmp(decoding.errors.begin) != 0) return false;
  jpeg_create_decompress(&jpeg);
  jpeg_save_markers(&jpeg, JPEG_APP0 + 1, 0xffff);
  jpeg_mem_src(&jpeg, decoding.bytes.data(), decoding.bytes.size());
  jpeg_read_header(&jpeg, TRUE);
  decoding.size = check_image_size(jpeg.image_width, jpeg.image_height);
  if (!decoding.size) return true;
  decoding.orientation = orientation_of(jpeg);
  if (jpeg.num_components == 4) jpeg.out_color_space = JCS_CMYK;
  jpeg_start_decompress(&jpeg);
  decoding.image =
      picture::ColourImage::blank(static_cast<int>(jpeg.output_width), static_cast<int>(jpeg.output_height));
  decoding.row.resize(std::size_t{jpeg.output_width} * static_cast<std::size_t>(jpeg.output_components));
  while (jpeg.output_scanline < jpeg.output_height) {
    const auto y = static_cast<int>(jpeg.output_scanline);
    JSAMPROW row = decoding.row.data();
    jpeg_read_scanlines(&jpeg, &row, 1);
    expand_row(row, jpeg, decoding.image.row(y));
  }
  jpeg_finish_decompress(&jpeg);
  return decoding.errors.manager.num_warnings == 0;
}

}  // namespace

DecodedImage decode_jpeg(Bytes bytes) {
  Decoding decoding;
  decoding.bytes = bytes;
  decoding.jpeg.err = jpeg_std_error(&decoding.errors.manager);
  decoding.errors.manager.error_exit = on_error;
  decoding.errors.manager.emit_message = on_warning;
  const bool whole = decode(decoding);
  jpeg_destroy_decompress(&decoding.jpeg);
  if (!whole) return damaged_image("JPEG", decoding.errors.reason);
  if (!decoding.size) return decoding.size.error();
  return oriented(std::move(decoding.image), decoding.orientation);
}

}  // namespace inkling::cli
