// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "core/base/Digit.h"
#include "core/form/FormLayout.h"
#include "core/ink/Ink.h"
#include "core/picture/GreyImage.h"

namespace inkling::form {

/// What is written in a box.
struct BoxInk {
  std::optional<DigitImage> image;  // all of it as one digit; none if the box is empty
  ink::Bounds bounds;               // on the page, in pixels
  double area = 0;                  // in square millimetres
  int strength = 0;                 // the contrast of its strongest parts, of 255
  bool is_faint = false;            // so little or so pale that it may be dirt
};

/// The ink of a page's boxes, without their printed lines.
class PageInk {
 public:
  /// `contrast` is that of a straightened page, and `boxes` are in its pixels.
  PageInk(picture::GreyImage contrast, const std::vector<Area>& boxes, const std::vector<Area>& points);

  /// What is written in a box. A digit that sticks out belongs to the box that most of its ink is in.
  BoxInk in_box(const Area& box) const;

 private:
  picture::GreyImage contrast_;
  int noise_floor_ = 0;  // the contrast that hardly any of the paper reaches
};

}  // namespace inkling::form
