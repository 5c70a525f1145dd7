// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Random.h"
#include "core/ink/Ink.h"

namespace inkling::synthetic {

/// Offsets each point by correlated noise, a first-order autoregressive process, so that neighbours move
/// together and curves stay curves: each offset is `correlation` times the previous one plus normal noise of
/// standard deviation `innovation`.
ink::Stroke jittered(ink::Stroke stroke, float innovation, float correlation, Random& random);

/// The handwriting of one person: how their digits as a whole differ from the template.
class HandwritingStyle {
 public:
  /// A random style.
  explicit HandwritingStyle(Random& random);

  /// Writes a template, a few points within 100 units a side, in this style: as smooth curves with some
  /// tremor, about 100 units high and centred on the origin.
  ink::Ink write(const ink::Ink& form, Random& random) const;

 private:
  ink::Point deform(ink::Point point) const;

  float width_, slant_, bend_, vertical_power_, horizontal_power_, rotation_cosine_, rotation_sine_;
};

}  // namespace inkling::synthetic
