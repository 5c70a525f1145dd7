// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/AlignedVector.h"
#include "core/base/Digit.h"
#include "core/ink/Ink.h"
#include "core/ink/Marks.h"

namespace inkling::recognize {

/// One recognised digit, or another symbol that the model has a class for.
struct DigitReading {
  int digit = 0;                       // the most likely class
  std::string name;                    // its name
  AlignedVector<float> probabilities;  // [classes]
  float energy = 0;      // how certain it is that this is one of the classes at all, see model::energy()
  bool is_digit = true;  // the energy reaches the calibration's threshold, or the model has no calibration
  DigitImage image{};    // the network's input
  ink::Bounds box;       // in the units of the ink, or in pixels of the picture
  std::size_t line = 0;  // of the writing, counted from the top
  std::vector<std::uint32_t> strokes;  // indices of the ink's strokes that form it; empty for a picture
};

/// A sign that is no digit.
struct Mark {
  ink::MarkKind kind = ink::MarkKind::point;
  std::size_t position = 0;  // the number of entries of Reading::digits before it
  ink::Bounds box;           // as that of a digit
  std::vector<std::uint32_t> strokes;
};

/// What was found in some ink or a picture; nothing if nothing was written.
struct Reading {
  std::vector<DigitReading> digits;  // in reading order
  std::vector<Mark> marks;           // in reading order

  /// The names of the accepted digits, such as "2026", a row for each line. There is a space beside a name of
  /// several characters.
  std::string digits_only() const;

  /// The digits with the marks between them, and a dash before them, such as "-3.14". What is no digit, but
  /// nearly as large as one, is "?". A row for each line; empty without an accepted digit.
  std::string text() const;

  /// A reading for each line that has digits.
  std::vector<Reading> by_line() const;

  /// How likely all digits are right: the product of their probabilities, and 0 with one that isn't accepted.
  double confidence() const;

  /// Around all digits.
  ink::Bounds box() const;

  /// The strokes of all digits, ascending.
  std::vector<std::uint32_t> strokes() const;
};

/// Accepts what is almost a digit, by its energy, and as tall as digits, if there are at least two digits for
/// each that was not accepted: among digits a little less evidence will do.
void accept_among_digits(Reading& reading, float energy_threshold);

/// Rejects a reading of two digits that are halves of one symbol: an R is no 12, and a d no 01.
void reject_halves(Reading& reading);

/// Rejects all digits if no more of them were accepted than non-digits of about their size were found: this
/// is a word or a drawing, parts of which look like digits.
void reject_words(Reading& reading);

/// Whether nothing was accepted, but all that was found lies one above the other as the parts of a digit do
/// whose strokes don't meet: an 8 of two rings, or a 5 whose bar is high up.
bool is_stack(const Reading& reading);

}  // namespace inkling::recognize
