#pragma once

#include "core/base/Random.h"
#include "core/ink/Ink.h"

namespace inkling::synthetic {

/// Pushes the pen off its way: the push, normal with deviation `push`, fades by `kept` at each point and is
/// renewed, so that neighbours go astray together and curves stay curves.
ink::Stroke strayed(ink::Stroke stroke, float push, float kept, Random& random);

/// A hand that writes one sign: how what it writes departs, as a whole, from the printed form.
class HandwritingStyle {
 public:
  explicit HandwritingStyle(Random& random);

  /// A form of few points within 100 units a side, to be joined by smooth curves, as this hand writes it:
  /// with the hand's tremor, about 100 units high and about the middle.
  ink::Ink draw(const ink::Ink& form, Random& random) const;

 private:
  ink::Point place(ink::Point point) const;

  float width_, slant_, bend_, top_share_, left_share_, turn_cosine_, turn_sine_;
};

}  // namespace inkling::synthetic
