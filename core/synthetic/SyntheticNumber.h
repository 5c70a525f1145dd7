#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/data/Dataset.h"
#include "core/ink/Ink.h"

namespace inkling::synthetic {

/// How the digits of a number stand: with paper between them, or so that the box of each reaches into its
/// neighbour's by up to a tenth of the narrower one's width.
enum class Spacing { gaps, overlaps };

/// What a number is to be read from, so what the box of a digit is: that of the pen's way, or of the ink it
/// leaves.
enum class Medium { strokes, picture };

/// A number as somebody may have written it.
struct SyntheticNumber {
  std::string digits;  // "407"
  ink::Ink ink;        // about 100 units high; the strokes digit by digit
  float pen = 0;       // width of the pen, in the same units
};

/// Numbers of `digits` digits put together from labelled strokes, of which each number has one writer's only:
/// of sizes within +-20 %, on a base line that they miss by up to a tenth of their height. The same data and
/// seed give the same numbers. There is a digit with ink at least.
std::vector<SyntheticNumber> synthetic_numbers(const data::Dataset& dataset,
                                               std::span<const std::string> writers, std::size_t numbers,
                                               std::size_t digits, Spacing spacing, Medium medium,
                                               std::uint64_t seed);

}  // namespace inkling::synthetic
