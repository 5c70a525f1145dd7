// SPDX-License-Identifier: MIT
#include "core/picture/Morphology.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

namespace inkling::picture {

namespace {

/// Combines each row with those up to `reach` above and below it, whole rows at a time.
template <class Combine>
GreyImage combine_rows(const GreyImage& picture, int reach, const Combine& combine) {
  if (picture.pixels.empty()) return picture;
  const int window = 2 * reach + 1;
  const auto width = static_cast<std::size_t>(picture.width);
  GreyImage from_start = picture, from_end = picture, result = picture;
  const auto fold = [&](GreyImage& image, int y, int previous) {
    std::uint8_t* row = image.row(y);
    const std::uint8_t* other = image.row(previous);
    for (std::size_t x = 0; x < width; ++x) row[x] = combine(row[x], other[x]);
  };
  for (int y = 1; y < picture.height; ++y) {
    if (y % window != 0) fold(from_start, y, y - 1);
  }
  for (int y = picture.height - 2; y >= 0; --y) {
    if ((y + 1) % window != 0) fold(from_end, y, y + 1);
  }
  for (int y = 0; y < picture.height; ++y) {
    const int top = std::max(0, y - reach), bottom = std::min(picture.height - 1, y + reach);
    const std::uint8_t* upper = from_end.row(top);
    const std::uint8_t* lower = from_start.row(bottom);
    // A window that the picture cuts off may lie in one block, at its start or at its end.
    if (top / window == bottom / window)
      (top % window == 0 ? upper : lower) = top % window == 0 ? lower : upper;
    std::uint8_t* row = result.row(y);
    for (std::size_t x = 0; x < width; ++x) row[x] = combine(upper[x], lower[x]);
  }
  return result;
}

constexpr int block_side = 8;  // a row of a block fits a register

/// Swaps the bits of `mask` in `high` with those `shift` above them in `low`.
void swap_bits(std::uint64_t& low, std::uint64_t& high, int shift, std::uint64_t mask) {
  const std::uint64_t difference = ((low >> shift) ^ high) & mask;
  high ^= difference;
  low ^= difference << shift;
}

static_assert(std::endian::native == std::endian::little,
              "transpose_block() takes a row's first pixel as its lowest");

/// Transposes the block of 8x8 pixels at (left, top): swaps quadrants of 4x4 pixels, in each of them those of
/// 2x2, then single pixels (Warren, Hacker's Delight, 7-3).
void transpose_block(const GreyImage& picture, int left, int top, GreyImage& result) {
  std::uint64_t rows[block_side];
  for (int y = 0; y < block_side; ++y)
    std::memcpy(&rows[y], &picture.pixels[picture.index(left, top + y)], block_side);
  for (int y = 0; y < 4; ++y) swap_bits(rows[y], rows[y + 4], 32, 0x00000000FFFFFFFF);
  for (const int y : {0, 1, 4, 5}) swap_bits(rows[y], rows[y + 2], 16, 0x0000FFFF0000FFFF);
  for (const int y : {0, 2, 4, 6}) swap_bits(rows[y], rows[y + 1], 8, 0x00FF00FF00FF00FF);
  for (int x = 0; x < block_side; ++x)
    std::memcpy(&result.pixels[result.index(top, left + x)], &rows[x], block_side);
}

template <class Combine>
GreyImage combine_squares(const GreyImage& picture, int reach, const Combine& combine) {
  return transposed(combine_rows(transposed(combine_rows(picture, reach, combine)), reach, combine));
}

GreyImage blur_rows(const GreyImage& picture, int reach) {
  GreyImage result = picture;
  std::vector<int> sums(static_cast<std::size_t>(picture.width));
  const auto add = [&](int y, int sign) {
    const std::uint8_t* row = picture.row(y);
    for (std::size_t x = 0; x < sums.size(); ++x) sums[x] += sign * row[x];
  };
  for (int y = 0; y < std::min(reach, picture.height); ++y) add(y, 1);
  for (int y = 0; y < picture.height; ++y) {
    if (y + reach < picture.height) add(y + reach, 1);
    if (y - reach - 1 >= 0) add(y - reach - 1, -1);
    const int count = std::min(picture.height - 1, y + reach) - std::max(0, y - reach) + 1;
    const int half = count / 2;
    const float scale =
        1.0f / static_cast<float>(count);  // integers divide slowly; exact for up to 16,000 rows
    std::uint8_t* row = result.row(y);
    for (std::size_t x = 0; x < sums.size(); ++x)
      row[x] =
          static_cast<std::uint8_t>(static_cast<int>((static_cast<float>(sums[x] + half) + 0.5f) * scale));
  }
  return result;
}

}  // namespace

GreyImage local_maximum(const GreyImage& picture, int reach) {
  return combine_squares(picture, reach, [](std::uint8_t a, std::uint8_t b) { return std::max(a, b); });
}

GreyImage close_dark(const GreyImage& picture, int reach) {
  return combine_squares(local_maximum(picture, reach), reach,
                         [](std::uint8_t a, std::uint8_t b) { return std::min(a, b); });
}

GreyImage box_blur(const GreyImage& picture, int reach) {
  return transposed(blur_rows(transposed(blur_rows(picture, reach)), reach));
}

GreyImage transposed(const GreyImage& picture) {
  GreyImage result = GreyImage::black(picture.height, picture.width);
  const int whole_width = picture.width - picture.width % block_side;
  const int whole_height = picture.height - picture.height % block_side;
  for (int y = 0; y < whole_height; y += block_side) {
    for (int x = 0; x < whole_width; x += block_side) transpose_block(picture, x, y, result);
  }
  for (int y = 0; y < picture.height; ++y) {
    for (int x = y < whole_height ? whole_width : 0; x < picture.width; ++x)
      result.at(y, x) = picture.at(x, y);
  }
  return result;
}

GreyImage inverted(GreyImage picture) {
  for (std::uint8_t& pixel : picture.pixels) pixel = static_cast<std::uint8_t>(255 - pixel);
  return picture;
}

}  // namespace inkling::picture
