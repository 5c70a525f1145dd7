// SPDX-License-Identifier: MIT
#include "core/cli/images/ImageDecoder.h"
#include "core/picture/InkMask.h"
#include "tests/fuzz/Fuzz.h"

using namespace inkling;

namespace {

/// Whether a PNG claims to be large. Decoding a whole one would take most of the fuzzer's time.
bool is_large_png(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t dimensions_at = 16;
  if (size < dimensions_at + 8 || data[0] != 0x89) return false;
  return data[dimensions_at] + data[dimensions_at + 1] + data[dimensions_at + 4] + data[dimensions_at + 5] >
             0 ||
         data[dimensions_at + 2] > 1 || data[dimensions_at + 6] > 1;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (is_large_png(data, size)) return 0;
  const auto image = cli::decode_image({data, size});
  if (!image || image.value().pixels.size() > 512 * 512) return 0;
  const picture::GreyImage mask = picture::ink_mask(image.value()).ink;
  fuzz::require(mask.width == image.value().width && mask.height == image.value().height);
  fuzz::require(mask.pixels.size() == image.value().pixels.size());
  return 0;
}
