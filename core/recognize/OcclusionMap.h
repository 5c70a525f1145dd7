// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <span>

#include "core/base/Digit.h"
#include "core/recognize/Recognizer.h"

namespace inkling::recognize {

/// The evidence of each pixel for one class over another, by occlusion (Zeiler and Fergus, 2014): each place
/// in the image is changed in turn, ink to paper and paper to ink, and the drop in the log odds is the
/// evidence of what was there. Blank paper is evidence too: for a 1, where a 7 would have its bar.
///
/// Computed row by row, so that the caller can do other work in between. The recogniser must outlive it.
class OcclusionMap {
 public:
  OcclusionMap(const Recognizer& recognizer, const DigitImage& image, int digit, int rival);

  bool done() const { return row_ == places; }

  /// Computes the next row of places; takes about a millisecond.
  void advance();

  /// [28, 28], in nats of the log odds: positive for `digit`, negative for `rival`. Only when done().
  std::array<float, image_pixels> evidence() const;

 private:
  static constexpr int spacing = 2, places = image_side / spacing;
  using Row = std::array<float, places>;

  /// The log odds of `digit` against `rival` for an image of the last batch.
  float log_odds(int image) const;

  /// Writes the image with one place of the current row erased, and with that place inked.
  void occlude(int place_x, std::span<float, image_pixels> erased,
               std::span<float, image_pixels> inked) const;

  const Recognizer* recognizer_;
  Recognizer::Memory memory_;
  std::array<float, image_pixels> image_;
  int digit_, rival_;
  float unchanged_ = 0;  // log odds of the image as it is
  int row_ = 0;
  std::array<Row, places> ink_evidence_{}, paper_evidence_{};
};

}  // namespace inkling::recognize
