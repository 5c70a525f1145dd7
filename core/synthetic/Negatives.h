// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/Random.h"
#include "core/data/Dataset.h"
#include "core/ink/Ink.h"

namespace inkling::synthetic {

/// What people may draw or upload that isn't exactly one digit.
enum class NegativeKind : std::uint8_t { scribble, symbol, two_digits, half_digit, noise, blank };

inline constexpr std::array negative_kinds = {NegativeKind::scribble,   NegativeKind::symbol,
                                              NegativeKind::two_digits, NegativeKind::half_digit,
                                              NegativeKind::noise,      NegativeKind::blank};

/// The name in reports: "scribble", "symbol", "two digits", "half digit", "noise" or "blank".
std::string_view name_of(NegativeKind kind);

struct Negative {
  ink::Ink ink;  // the strokes that the image was rendered from; empty for noise and blank paper
  DigitImage image;
};

/// A random negative of this kind; strokes are rendered with a random pen width.
Negative draw_negative(NegativeKind kind, Random& random);

/// The kind of image `index` of synthetic_negatives().
NegativeKind negative_kind(std::size_t index);

/// Images that show no digit, with their strokes, all labelled `no_class`: to train on beside digits, or to
/// measure out-of-distribution detection. The kinds alternate, so each is equally frequent. With the same
/// seed, a smaller set is the beginning of a larger one.
data::Dataset synthetic_negatives(std::size_t count, std::uint64_t seed);

}  // namespace inkling::synthetic
