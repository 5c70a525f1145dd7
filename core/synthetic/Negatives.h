#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/Random.h"
#include "core/data/Dataset.h"
#include "core/ink/Ink.h"

namespace inkling::synthetic {

/// What comes onto a pad or into a file and is not one digit.
enum class NegativeKind : std::uint8_t { scribble, sign, two_digits, half_digit, noise, blank };

inline constexpr std::array negative_kinds = {NegativeKind::scribble,   NegativeKind::sign,
                                              NegativeKind::two_digits, NegativeKind::half_digit,
                                              NegativeKind::noise,      NegativeKind::blank};

/// "scribble", "sign", "two digits", "half digit", "noise" or "blank".
std::string_view name_of(NegativeKind kind);

struct Negative {
  ink::Ink ink;  // what the image was drawn from; empty of noise and of paper
  DigitImage image;
};

/// One of a kind, never twice the same, drawn with a pen of any width.
Negative draw_negative(NegativeKind kind, Random& random);

/// Which kind image `index` of synthetic_negatives() is: they take turns.
NegativeKind negative_kind(std::size_t index);

/// Images that show no digit, with their inks, all labelled `no_digit`: to train on beside digits, or to
/// measure what a network does with them. Each kind comes equally often (as far as `count` can be shared by
/// six); fewer of the same seed are the first of more.
data::Dataset synthetic_negatives(std::size_t count, std::uint64_t seed);

}  // namespace inkling::synthetic
