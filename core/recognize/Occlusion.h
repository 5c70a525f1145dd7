#pragma once

#include <array>
#include <span>

#include "core/recognize/Recognizer.h"

namespace inkling::recognize {

/// How much each pixel of an image speaks for one digit and against another, in nats of their log odds: above
/// 0 for `answer`, below 0 for `rival`. Found by occlusion (Zeiler and Fergus, 2014): each place is changed
/// in turn, ink to paper and paper to ink, and what that costs the answer is what was there worth. So paper
/// speaks, too: for a 1 it does where a 7 would have its bar.
///
/// It is worked out row by row, so that a caller may do other things in between.
class Occlusion {
 public:
  Occlusion(const Recognizer& recognizer, const DigitImage& image, int answer, int rival);

  bool done() const { return row_ == places; }

  /// Changes the next row of places; about a millisecond.
  void advance();

  /// Once it is done: [28, 28].
  std::array<float, image_pixels> evidence() const;

 private:
  static constexpr int spacing = 2, places = image_side / spacing;
  using Row = std::array<float, places>;

  /// ln of how many times likelier the answer is than the rival, of an image in memory.
  float log_odds(int image) const;

  /// The image with ink taken away from a place of the row at hand, and with ink put there.
  void change(int place_x, std::span<float, image_pixels> erased, std::span<float, image_pixels> inked) const;

  const Recognizer* recognizer_;
  Recognizer::Memory memory_;
  std::array<float, image_pixels> image_;
  int answer_, rival_;
  float unchanged_ = 0;
  int row_ = 0;
  std::array<Row, places> worth_of_ink_{}, worth_of_paper_{};
};

}  // namespace inkling::recognize
