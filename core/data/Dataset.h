// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/Classes.h"
#include "core/base/Digit.h"
#include "core/base/Result.h"
#include "core/ink/Ink.h"

namespace inkling::data {

/// 28x28 greyscale images with their labels. Pixels stay bytes until a batch is built: 42,000 images take 33
/// MB.
struct Dataset {
  std::vector<std::uint8_t> pixels;  // [images, 784], row by row; 0 is paper, 255 is ink
  std::vector<std::uint8_t> labels;  // [images] of `classes`, or no_class; empty if unlabelled
  std::vector<ink::Ink> inks;  // [images] the strokes of each, empty where unknown; or no element at all
  ClassNames classes = digit_names();  // what the labels stand for

  std::size_t size() const { return pixels.size() / image_pixels; }
  bool labelled() const { return !labels.empty(); }
  bool has_strokes(std::size_t index) const { return !inks.empty() && !inks[index].empty(); }

  std::span<const std::uint8_t, image_pixels> image(std::size_t index) const {
    return std::span<const std::uint8_t, image_pixels>(pixels.data() + index * image_pixels, image_pixels);
  }
};

/// How often each of `classes` labels occurs: [classes]. Other labels, such as no_class, are not counted.
std::vector<std::size_t> label_histogram(std::span<const std::uint8_t> labels, std::size_t classes);

/// The number of images that show one of the classes.
std::size_t class_image_count(const Dataset& dataset);

/// The names of the classes without images; none if the dataset is unlabelled.
ClassNames missing_classes(const Dataset& dataset);

/// Numbers the labels as in `classes`, by the names of those that occur. Fails if one is not among them.
Status match_classes(Dataset& dataset, const ClassNames& classes);

/// A SHA-256 over images, labels, strokes, their order, and the classes if they are not digits, in
/// hexadecimal.
std::string fingerprint(const Dataset& dataset);

/// The images at `indices`, in that order, with their labels and strokes.
Dataset select(const Dataset& dataset, std::span<const std::uint32_t> indices);

/// Appends the images of `more`. Both must be labelled, or neither, unless one is empty. Classes are joined
/// by their names, at most max_classes in all. If only some images have strokes, the others get empty ones.
void append(Dataset& dataset, Dataset more);

}  // namespace inkling::data
