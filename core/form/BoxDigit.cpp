// SPDX-License-Identifier: MIT
#include "core/form/BoxDigit.h"

#include <algorithm>
#include <functional>

namespace inkling::form {

recognize::DigitReading read_box_digit(const recognize::Recognizer& recognizer, const DigitImage& image,
                                       recognize::Recognizer::Memory& memory) {
  constexpr float allowance = 0.2f;  // below the energy threshold
  recognize::DigitReading digit = recognizer.read(image, memory);
  digit.is_digit = digit.energy >= recognizer.energy_threshold() - allowance;
  return digit;
}

double confidence_of(const recognize::DigitReading& digit) {
  if (!digit.is_digit) return 0;
  AlignedVector<float> probabilities = digit.probabilities;
  std::ranges::partial_sort(probabilities, probabilities.begin() + 2, std::greater());
  return static_cast<double>(probabilities[0] / (probabilities[0] + probabilities[1]));
}

char character_of(const recognize::DigitReading& digit) {
  return digit.is_digit ? static_cast<char>('0' + digit.digit) : '?';
}

}  // namespace inkling::form
