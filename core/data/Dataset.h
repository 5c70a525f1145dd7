// SPDX-License-Identifier: MIT
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

/// 28x28 greyscale images with their labels. Pixels stay bytes until a batch is built: 42,000 images take 33
/// MB.
struct Dataset {
  std::vector<std::uint8_t> pixels;  // [images, 784], row by row; 0 is paper, 255 is ink
  std::vector<std::uint8_t> labels;  // [images], 0 to 9, or no_digit; empty if unlabelled
  std::vector<ink::Ink> inks;  // [images] the strokes of each, empty where unknown; or no element at all

  std::size_t size() const { return pixels.size() / image_pixels; }
  bool labelled() const { return !labels.empty(); }
  bool has_strokes(std::size_t index) const { return !inks.empty() && !inks[index].empty(); }

  std::span<const std::uint8_t, image_pixels> image(std::size_t index) const {
    return std::span<const std::uint8_t, image_pixels>(pixels.data() + index * image_pixels, image_pixels);
  }
};

/// How often each digit occurs. Other labels, such as no_digit, are not counted.
std::array<std::size_t, class_count> label_histogram(std::span<const std::uint8_t> labels);

/// The number of images labelled as digits.
std::size_t digit_count(const Dataset& dataset);

/// A SHA-256 over images, labels, strokes and their order, in hexadecimal.
std::string fingerprint(const Dataset& dataset);

/// The images at `indices`, in that order, with their labels and strokes.
Dataset select(const Dataset& dataset, std::span<const std::uint32_t> indices);

/// Appends the images of `more`. Both must be labelled, or neither, unless one is empty. If only some images
/// have strokes, the others get empty ones.
void append(Dataset& dataset, Dataset more);

}  // namespace inkling::data
