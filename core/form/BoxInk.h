// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "core/base/Digit.h"
#include "core/form/FormLayout.h"
#include "core/ink/Ink.h"
#include "core/picture/GreyImage.h"

namespace inkling::form {

/// The writing in a box.
struct BoxInk {
  std::optional<DigitImage> image;  // all ink as one digit; none if the box is empty
  ink::Bounds bounds;               // on the rectified page, in pixels
  int strength = 0;                 // contrast of the strongest ink, of 255
  bool is_faint = false;            // so small or pale that it may be dirt
};

/// The ink on a page, without its printed lines and points.
class PageInk {
 public:
  /// `contrast` is contrast_to_paper() of a rectified page; `boxes` and `points` are in its pixels.
  PageInk(picture::GreyImage contrast, const std::vector<Area>& boxes, const std::vector<Area>& points);

  /// The writing in a box. A digit that sticks out belongs to the box that has most of its ink.
  BoxInk in_box(const Area& box) const;

 private:
  picture::GreyImage contrast_;
  int noise_floor_ = 0;  // the contrast that hardly any paper exceeds
};

}  // namespace inkling::form
