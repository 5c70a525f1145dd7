// SPDX-License-Identifier: MIT
#include <gif_lib.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <vector>

#include "core/cli/images/Formats.h"

namespace inkling::cli {

namespace {

int read_bytes(GifFileType* gif, GifByteType* target, int count) {
  Bytes& rest = *static_cast<Bytes*>(gif->UserData);
  const std::size_t size = std::min(rest.size(), static_cast<std::size_t>(std::max(0, count)));
  if (size > 0) std::memcpy(target, rest.data(), size);
  rest = rest.subspan(size);
  return static_cast<int>(size);
}

struct CloseGif {
  void operator()(GifFileType* gif) const { DGifCloseFile(gif, nullptr); }
};

/// The palette index of transparent pixels, or -1, from the extension at hand; skips its further blocks.
bool read_extension(GifFileType* gif, int& transparent) {
  int code = 0;
  GifByteType* block = nullptr;
  if (DGifGetExtension(gif, &code, &block) == GIF_ERROR) return false;
  if (code == GRAPHICS_EXT_FUNC_CODE && block != nullptr) {
    GraphicsControlBlock control{};
    if (DGifExtensionToGCB(block[0], block + 1, &control) == GIF_OK) transparent = control.TransparentColor;
  }
  while (block != nullptr) {
    if (DGifGetExtensionNext(gif, &block) == GIF_ERROR) return false;
  }
  return true;
}

/// The order in which an interlaced frame's rows come.
std::vector<int> row_order(int height, bool interlaced) {
  std::vector<int> rows;
  if (!interlaced) {
    for (int y = 0; y < height; ++y) rows.push_back(y);
    return rows;
  }
  constexpr std::array<std::array<int, 2>, 4> passes{{{0, 8}, {4, 8}, {2, 4}, {1, 2}}};
  for (const auto& [start, step] : passes) {
    for (int y = start; y < height; y += step) rows.push_back(y);
  }
  return rows;
}

bool read_frame(GifFileType* gif, const ColorMapObject& colours, int transparent,
                picture::ColourImage& image) {
  std::vector<GifPixelType> indices(static_cast<std::size_t>(image.width));
  for (const int y : row_order(image.height, gif->Image.Interlace)) {
    if (DGifGetLine(gif, indices.data(), image.width) == GIF_ERROR) return false;
    std::uint8_t* pixel = image.row(y);
    for (const GifPixelType index : indices) {
      const GifColorType colour = index < colours.ColorCount ? colours.Colors[index] : GifColorType{};
      const std::uint8_t alpha = index == transparent ? 0 : 255;
      for (const std::uint8_t channel : {colour.Red, colour.Green, colour.Blue, alpha}) *pixel++ = channel;
    }
  }
  return true;
}

DecodedImage decode_frame(GifFileType* gif, int transparent) {
  if (DGifGetImageDesc(gif) == GIF_ERROR) return damaged_image("GIF", GifErrorString(gif->Error));
  const GifImageDesc& frame = gif->Image;
  const auto width = static_cast<std::uint64_t>(frame.Width),
             height = static_cast<std::uint64_t>(frame.Height);
  if (Status status = check_image_size(width, height); !status) return status.error();
  const ColorMapObject* colours = frame.ColorMap != nullptr ? frame.ColorMap : gif->SColorMap;
  if (colours == nullptr) return damaged_image("GIF", "it has no colours");
  auto image = picture::ColourImage::blank(frame.Width, frame.Height);
  if (!read_frame(gif, *colours, transparent, image)) return damaged_image("GIF", GifErrorString(gif->Error));
  return image;
}

}  // namespace

/// Reads the first frame.
DecodedImage decode_gif(Bytes bytes) {
  int error = 0;
  const std::unique_ptr<GifFileType, CloseGif> gif(DGifOpen(&bytes, read_bytes, &error));
  if (!gif) return damaged_image("GIF", GifErrorString(error));
  int transparent = NO_TRANSPARENT_COLOR;
  for (;;) {
    GifRecordType record = UNDEFINED_RECORD_TYPE;
    if (DGifGetRecordType(gif.get(), &record) == GIF_ERROR)
      return damaged_image("GIF", GifErrorString(gif->Error));
    if (record == IMAGE_DESC_RECORD_TYPE) return decode_frame(gif.get(), transparent);
    if (record != EXTENSION_RECORD_TYPE) return damaged_image("GIF", "it has no image");
    if (!read_extension(gif.get(), transparent)) return damaged_image("GIF", GifErrorString(gif->Error));
  }
}

}  // namespace inkling::cli
