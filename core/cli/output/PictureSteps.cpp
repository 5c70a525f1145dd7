// SPDX-License-Identifier: MIT
#include "core/cli/output/PictureSteps.h"

#include <png.h>

#include <string>
#include <system_error>
#include <utility>

#include "core/cli/files/File.h"
#include "core/picture/StepImages.h"

namespace inkling::cli {

namespace {

namespace fs = std::filesystem;

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

}  // namespace

Status write_picture_steps(const picture::GreyImage& picture, const fs::path& file, const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return Error{folder.string() + ": " + error.message() + ".", Error::Kind::input_output};
  const auto steps = picture::step_images(picture::extract_ink(picture));
  for (const auto& [name, image] : {std::pair{"paper", &steps.paper},
                                    {"mask", &steps.ink},
                                    {"lines", &steps.lines},
                                    {"parts", &steps.parts}}) {
    Status status = write_file(folder / (file.filename().string() + "." + name + ".png"), encode_png(*image));
    if (!status) return status;
  }
  return success();
}

}  // namespace inkling::cli
