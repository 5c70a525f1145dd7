// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "core/form/Form.h"

namespace inkling::form {

/// A box to write in.
struct FormBox {
  std::size_t field = 0;
  int row = 0;    // of the form, from 0
  int index = 0;  // of the box in its field, from the left
  Area area;
};

/// Printed text, in millimetres.
struct FormLabel {
  enum class Align { start, end };

  std::string text;
  double x = 0, baseline = 0, size = 0;
  Align align = Align::start;
  double max_width = 0;
};

/// What is printed on a page of a form, in millimetres from its top left corner.
struct FormLayout {
  double width = 0, height = 0;
  int page = 1, pages = 1;
  std::array<Area, 4> marks;   // in the corners, clockwise from the top left
  Area mark_hole;              // a white hole in the first mark, which tells the orientation
  Area code;                   // a QR code
  std::vector<FormBox> boxes;  // by row, field and index
  std::vector<Area> points;    // printed between the boxes of decimals and dates
  std::vector<FormLabel> labels;
};

inline constexpr double line_width = 0.25;  // of the boxes, in millimetres

/// The layout of a page, from 1, of a form with corner marks. It is an error if the fields don't fit on the
/// page, or if there is no such page.
Result<FormLayout> layout_of(const Form& form, int page = 1);

/// The layout of a custom form, on an anchor whose height is `aspect` times its width. It has one box per
/// field, which may hold several digits.
FormLayout custom_layout(const Form& form, double aspect);

}  // namespace inkling::form
