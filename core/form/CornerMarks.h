// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>

#include "core/base/Result.h"
#include "core/form/FormLayout.h"
#include "core/form/Homography.h"
#include "core/picture/GreyImage.h"

namespace inkling::form {

/// A page that was found by its corner marks.
struct FoundMarks {
  Homography to_picture;               // from the layout's millimetres to pixels
  std::optional<std::size_t> missing;  // the mark whose place was concluded from the other three
};

/// Finds a page by its corner marks in a photo or scan, turned by any angle, seen in perspective and unevenly
/// lit. One of them may be missing: then the map is right to some millimetres only, see MissingMark.
Result<FoundMarks> find_by_marks(const picture::GreyImage& picture, const FormLayout& layout);

/// Says which mark is missing.
Error missing_mark_error(std::size_t corner);

/// The middles of a layout's marks.
Homography::Quad mark_middles(const FormLayout& layout);

}  // namespace inkling::form
