// SPDX-License-Identifier: MIT
#include <tiffio.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "core/cli/images/Formats.h"

namespace inkling::cli {

namespace {

/// A file in memory, as libtiff reads it.
struct MemoryFile {
  Bytes bytes;
  std::size_t position = 0;

  static MemoryFile& of(thandle_t handle) { return *static_cast<MemoryFile*>(handle); }
};

tmsize_t read_bytes(thandle_t handle, void* target, tmsize_t count) {
  MemoryFile& file = MemoryFile::of(handle);
  const std::size_t size =
      std::min(file.bytes.size() - file.position, static_cast<std::size_t>(std::max<tmsize_t>(0, count)));
  if (size > 0) std::memcpy(target, file.bytes.data() + file.position, size);
  file.position += size;
  return static_cast<tmsize_t>(size);
}

tmsize_t write_nothing(thandle_t, void*, tmsize_t) {
  return 0;
}

toff_t seek(thandle_t handle, toff_t offset, int origin) {
  MemoryFile& file = MemoryFile::of(handle);
  const toff_t base = origin == SEEK_SET ? 0 : origin == SEEK_CUR ? file.position : file.bytes.size();
  file.position = static_cast<std::size_t>(std::min<toff_t>(base + offset, file.bytes.size()));
  return file.position;
}

int close_nothing(thandle_t) {
  return 0;
}

toff_t size_of(thandle_t handle) {
  return MemoryFile::of(handle).bytes.size();
}

struct CloseTiff {
  void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};

}  // namespace

/// Reads the first page, turned as its orientation says.
DecodedImage decode_tiff(Bytes bytes) {
  TIFFSetErrorHandler(nullptr);
  TIFFSetWarningHandler(nullptr);
  MemoryFile file{bytes};
  // "m" keeps libtiff from mapping the file, which has no descriptor.
  const std::unique_ptr<TIFF, CloseTiff> tiff(TIFFClientOpen("image", "rm", &file, read_bytes, write_nothing,
                                                             seek, close_nothing, size_of, nullptr, nullptr));
  if (!tiff) return damaged_image("TIFF", "its header can't be read");
  std::uint32_t width = 0, height = 0;
  TIFFGetField(tiff.get(), TIFFTAG_IMAGEWIDTH, &width);
  TIFFGetField(tiff.get(), TIFFTAG_IMAGELENGTH, &height);
  if (Status status = check_image_size(width, height); !status) return status.error();
  std::uint16_t orientation = ORIENTATION_TOPLEFT;
  TIFFGetFieldDefaulted(tiff.get(), TIFFTAG_ORIENTATION, &orientation);
  auto image = picture::ColourImage::blank(static_cast<int>(width), static_cast<int>(height));
  auto* raster =
      reinterpret_cast<std::uint32_t*>(image.pixels.data());  // bytes in the order red, green, blue, alpha
  // Rows as they are stored: what libtiff does for orientations is only to mirror them.
  if (TIFFReadRGBAImageOriented(tiff.get(), width, height, raster, orientation, 1) == 0)
    return damaged_image("TIFF", "its pixels can't be read");
  return oriented(std::move(image), orientation);
}

}  // namespace inkling::cli
