// SPDX-License-Identifier: MIT
#include "core/cli/output/PictureSteps.h"

#include <png.h>

#include <array>
#include <cstdint>
#include <string>
#include <system_error>

#include "core/cli/files/File.h"
#include "core/picture/ColourImage.h"
#include "core/picture/Pipeline.h"

namespace inkling::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::array<int, 3>, 6> colours{
    {{214, 39, 40}, {31, 119, 180}, {44, 160, 44}, {148, 103, 189}, {230, 126, 0}, {23, 160, 170}}};

std::string encode_png(const picture::ColourImage& image) {
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  png.width = static_cast<png_uint_32>(image.width);
  png.height = static_cast<png_uint_32>(image.height);
  png.format = PNG_FORMAT_RGBA;
  png_alloc_size_t size = 0;
  png_image_write_to_memory(&png, nullptr, &size, 0, image.pixels.data(), 0, nullptr);
  std::string bytes(size, '\0');
  png_image_write_to_memory(&png, bytes.data(), &size, 0, image.pixels.data(), 0, nullptr);
  return bytes;
}

/// `grey` maps the index of a pixel to its grey.
template <class Grey>
picture::ColourImage draw(const picture::GreyImage& size, const Grey& grey) {
  auto image = picture::ColourImage::blank(size.width, size.height);
  for (std::size_t pixel = 0; pixel < size.pixels.size(); ++pixel) {
    for (std::size_t channel = 0; channel < 3; ++channel)
      image.pixels[4 * pixel + channel] = static_cast<std::uint8_t>(grey(pixel));
    image.pixels[4 * pixel + 3] = 255;
  }
  return image;
}

picture::ColourImage draw_parts(const picture::ExtractedInk& ink) {
  picture::ColourImage image = draw(ink.mask, [](std::size_t) { return 255; });
  for (std::size_t part = 0; part < ink.components.size(); ++part) {
    for (const std::uint32_t pixel : ink.components[part].pixels) {
      for (std::size_t channel = 0; channel < 3; ++channel)
        image.pixels[4 * std::size_t{pixel} + channel] =
            static_cast<std::uint8_t>(colours[part % colours.size()][channel]);
    }
  }
  return image;
}

}  // namespace

Status write_picture_steps(const picture::GreyImage& picture, const fs::path& file, const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return Error{folder.string() + ": " + error.message() + ".", Error::Kind::input_output};
  const picture::ExtractedInk ink = picture::extract_ink(picture);
  const auto write = [&](const char* step, const picture::ColourImage& image) {
    return write_file(folder / (file.filename().string() + "." + step + ".png"), encode_png(image));
  };
  const auto& paper = ink.paper.pixels;
  const auto& all = ink.all_ink.pixels;
  const auto& mask = ink.mask.pixels;
  if (Status status = write("paper", draw(ink.paper, [&](std::size_t at) { return paper[at]; })); !status)
    return status;
  if (Status status = write("mask", draw(ink.mask, [&](std::size_t at) { return 255 - all[at]; })); !status)
    return status;
  if (Status status =
          write("lines", draw(ink.mask, [&](std::size_t at) { return 255 - (all[at] - mask[at]); }));
      !status)
    return status;
  return write("parts", draw_parts(ink));
}

}  // namespace inkling::cli
