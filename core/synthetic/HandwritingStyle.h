#pragma once

#include "core/base/Random.h"
#include "core/ink/Ink.h"

namespace inkling {

/// Pushes the pen off its way: the push, normal with deviation `push`, fades by `kept` at each point and is
/// renewed, so that neighbours go astray together and curves stay curves.
Stroke strayed(Stroke stroke, float push, float kept, Random& random);

/// A hand that writes one sign: how what it writes departs, as a whole, from the printed form.
class HandwritingStyle {
 public:
  explicit HandwritingStyle(Random& random);

  /// A form of few points within 100 units a side, to be joined by smooth curves, as this hand writes it:
  /// with the hand's tremor, about 100 units high and about the middle.
  Ink draw(const Ink& form, Random& random) const;

 private:
  Point place(Point point) const;

  float width_, slant_, bend_, top_share_, left_share_, turn_cosine_, turn_sine_;
};

}  // namespace inkling
