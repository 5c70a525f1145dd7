// SPDX-License-Identifier: MIT
#include "core/data/DigitMeans.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace inkling::data {

namespace {

constexpr int block_side = image_side / mean_side;
constexpr std::size_t max_images = 2000;

/// The mean images of the digits 0 to 9 of MNIST's first 10,000 training images, in blocks of 4x4 pixels.
constexpr std::uint8_t handwriting[digit_count][mean_pixels] = {
    {0,   0,   0,   1,   1,   0,  0,   0,  1,  34,  124, 136, 42,  0,   0,  18,  130,
     126, 112, 119, 4,   0,   72, 133, 22, 50, 132, 7,   0,   105, 102, 31, 117, 87,
     3,   0,   54,  161, 157, 94, 15,  0,  0,  1,   6,   8,   1,   0,   0},
    {0,  0, 0, 0, 0, 0,  0,   0,  0, 4, 59, 80, 13, 0,  0,  0, 4, 111, 87, 2, 0, 0, 0, 5, 170,
     32, 0, 0, 0, 0, 38, 157, 10, 0, 0, 0,  5,  78, 98, 14, 1, 0, 0,   0,  5, 5, 1, 0, 0},
    {0,   0,  4, 11, 6,  1,   0,   0,   11, 74, 132, 115, 25,  0,  0,  10, 37, 54, 116, 41, 0, 0, 8, 42, 94,
     121, 24, 1, 2,  66, 139, 167, 124, 56, 8,  2,   54,  113, 81, 64, 37, 3,  0,  0,   1,  1, 1, 0, 0},
    {0,   0,  0, 1, 1,  0,  0,  0,   17, 84, 136, 108, 20,  0,   1,   13, 41, 97, 131, 25, 0,  0, 4, 69, 159,
     126, 17, 0, 2, 23, 22, 38, 126, 40, 0,  3,   58,  123, 141, 101, 16, 0,  0,  4,   15, 16, 4, 0, 0},
    {0,   0,  0, 0, 0,  0,  0,   0,   5,  26, 24, 41, 36, 2,  0,  21, 99, 46, 107, 48, 1,  0, 52, 155, 100,
     164, 34, 1, 0, 30, 79, 127, 114, 15, 0,  0,  1,  18, 78, 58, 9,  0,  0,  0,   5,  13, 9, 2,  0},
    {0,  0,  0, 0, 0,  0,  0,  0,  2,  31, 76, 82, 57,  11,  0,  8,  93, 113, 68, 41, 10, 0, 13, 117, 119,
     69, 12, 0, 0, 26, 37, 64, 96, 28, 0,  0,  33, 108, 121, 77, 12, 0,  0,   1,  11, 14, 4, 0,  0},
    {0,   0,  3, 19, 28, 4,   0,   0,   2,  28, 105, 69, 7,  0,   0,  7, 80, 101, 20, 10, 1, 0, 18, 134, 104,
     124, 65, 4, 0,  20, 157, 143, 137, 65, 2,  0,   3,  62, 117, 62, 6, 0,  0,   0,  0,  0, 0, 0,  0},
    {0,   0,  0, 0, 0, 0,  0,   0,  6, 22, 34, 32, 8,  0,   4,  53, 132, 134, 167, 52, 0,  1,  22, 38, 38,
     148, 25, 0, 0, 4, 14, 111, 93, 7, 0,  0,  2,  44, 116, 33, 2,  0,   0,   5,   41, 49, 13, 1,  0},
    {0,   0,  0, 0, 0,  0,   0,   0,  2,  37, 112, 114, 40,  2,   0,  13, 101, 95, 115, 70, 4,  0, 7, 80, 177,
     110, 16, 1, 0, 12, 110, 131, 79, 13, 0,  0,   25,  124, 135, 77, 10, 0,   0,  2,   16, 23, 6, 0, 0},
    {0,   0,  0, 0, 0, 0,  0,   0,   1, 16, 69, 57, 6,  0,  0,  17, 122, 101, 136, 33, 0,  0,  34, 127, 113,
     164, 18, 0, 0, 9, 50, 110, 102, 7, 0,  0,  1,  25, 92, 57, 8,  0,   0,   2,   22, 33, 22, 5,  0},
};

void add_image(double* means, std::span<const std::uint8_t, image_pixels> image) {
  for (int pixel = 0; pixel < image_pixels; ++pixel) {
    const int row = pixel / image_side / block_side, column = pixel % image_side / block_side;
    means[row * mean_side + column] += image[pixel];
  }
}

/// The correlation of an image, whose pixels are in this order, with a digit of handwriting.
double correlation(const double* image, std::span<const std::size_t, mean_pixels> order,
                   const std::uint8_t* digit) {
  const double image_mean = std::accumulate(image, image + mean_pixels, 0.0) / mean_pixels;
  const double digit_mean = std::accumulate(digit, digit + mean_pixels, 0.0) / mean_pixels;
  double product = 0, image_square = 0, digit_square = 0;
  for (int pixel = 0; pixel < mean_pixels; ++pixel) {
    const double a = image[order[static_cast<std::size_t>(pixel)]] - image_mean;
    const double b = digit[pixel] - digit_mean;
    product += a * b;
    image_square += a * a;
    digit_square += b * b;
  }
  return image_square > 0 ? product / std::sqrt(image_square * digit_square) : 0;
}

}  // namespace

DigitMeans::DigitMeans(const Dataset& dataset) {
  const std::size_t step = std::max<std::size_t>(dataset.labels.size() / max_images, 1);
  for (std::size_t index = 0; index < dataset.labels.size(); index += step) {
    const std::uint8_t label = dataset.labels[index];
    if (label >= digit_count) continue;
    add_image(means_[label], dataset.image(index));
    present_[label] = true;
    ++images_;
  }
  digits_ = static_cast<int>(std::ranges::count(present_, true));
}

double DigitMeans::likeness(std::span<const std::size_t, mean_pixels> order, int shift) const {
  double sum = 0;
  for (int label = 0; label < digit_count; ++label) {
    const int digit = (label + digit_count - shift) % digit_count;
    if (present_[label]) sum += correlation(means_[label], order, handwriting[digit]);
  }
  return digits_ > 0 ? sum / digits_ : 0;
}

}  // namespace inkling::data
