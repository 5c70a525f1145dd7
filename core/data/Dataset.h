#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/Digit.h"
#include "core/ink/Ink.h"

namespace inkling::data {

/// Grey images of 28x28 with their labels. Pixels stay bytes until a batch is made: 42,000 images are 33 MB.
struct Dataset {
  std::vector<std::uint8_t> pixels;  // [images, 784], row by row; 0 is paper, 255 is ink
  std::vector<std::uint8_t> labels;  // [images], 0 to 9, or no_digit; empty where the source has none
  std::vector<ink::Ink> inks;  // [images] what each was drawn from, empty if from no ink; or none at all

  std::size_t size() const { return pixels.size() / image_pixels; }
  bool labelled() const { return !labels.empty(); }
  bool drawn(std::size_t index) const { return !inks.empty() && !inks[index].empty(); }

  std::span<const std::uint8_t, image_pixels> image(std::size_t index) const {
    return std::span<const std::uint8_t, image_pixels>(pixels.data() + index * image_pixels, image_pixels);
  }
};

/// How many of the labels, all of digits, each digit has.
std::array<std::size_t, class_count> label_histogram(std::span<const std::uint8_t> labels);

/// How many of the images are labelled as digits.
std::size_t digit_count(const Dataset& dataset);

/// Tells whether two datasets hold the same images, inks, labels and order: 64 hexadecimal digits.
std::string fingerprint(const Dataset& dataset);

/// The images at `indices`, in that order, with their labels and inks.
Dataset select(const Dataset& dataset, std::span<const std::uint32_t> indices);

/// Appends the images of `more`. Both have labels or neither; images without ink get an empty one where
/// others have some.
void append(Dataset& dataset, Dataset more);

}  // namespace inkling::data
