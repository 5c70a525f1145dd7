// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "core/picture/GreyImage.h"

namespace inkling::picture {

/// A light sheet of paper on something darker, such as a table or a scanner's lid.
struct Sheet {
  /// The columns that the sheet covers in each row of the picture, from the first up to but not including the
  /// last; none where both are equal.
  struct Span {
    int first = 0, last = 0;
  };
  std::vector<Span> rows;
};

/// The sheet in a photo or scan, if there is one: four-sided, with something written on it unless it
/// `may_be_blank`, and a good part of the picture. It may be turned by up to about 40 degrees and seen in
/// perspective.
std::optional<Sheet> find_sheet(const GreyImage& picture, bool may_be_blank = false);

/// The picture with the grey of the sheet's edge in place of what surrounds it.
GreyImage without_surroundings(GreyImage picture, const Sheet& sheet);

}  // namespace inkling::picture
