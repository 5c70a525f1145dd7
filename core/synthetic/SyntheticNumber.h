// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/Random.h"
#include "core/data/Dataset.h"
#include "core/ink/Ink.h"
#include "core/picture/GreyImage.h"

namespace inkling::synthetic {

/// Whether there is paper between the digits of a number, or each digit's bounding box overlaps the previous
/// one by up to a tenth of the narrower one's width.
enum class Spacing { gaps, overlaps };

/// What the number will be read from. It decides what a digit's bounding box is: in a picture the pen's width
/// counts.
enum class Medium { strokes, picture };

struct NumberOptions {
  std::size_t digits = 1;  // per number
  Spacing spacing = Spacing::gaps;
  Medium medium = Medium::strokes;
  std::uint64_t seed = 0;
};

struct SyntheticNumber {
  std::string digits;   // "407"
  ink::Ink ink;         // about 100 units high, digit by digit
  float pen_width = 0;  // in the same units
};

/// `count` numbers composed of a dataset's strokes, each from digits of one writer (`writers` has the name of
/// each image's writer): the digits' sizes vary by 20%, and their distance from the base line by a tenth of
/// their height. The same dataset and options give the same numbers. At least one image must have strokes.
std::vector<SyntheticNumber> synthetic_numbers(const data::Dataset& dataset,
                                               std::span<const std::string> writers, std::size_t count,
                                               const NumberOptions& options);

/// The number as a camera may see it: on unevenly lit, grainy and sometimes ruled paper, dark on light or
/// light on dark, 32 to 120 pixels high with a margin. The number must have at least one point.
picture::GreyImage synthetic_photo(const SyntheticNumber& number, Random& random);

}  // namespace inkling::synthetic
