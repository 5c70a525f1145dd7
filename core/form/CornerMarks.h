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
  std::optional<std::size_t> missing;  // the mark that wasn't found, so its place is an estimate
};

/// Finds a page by its corner marks in a photo or scan, at any angle, in perspective and in uneven light. One
/// mark may be missing. The map is then accurate to a few millimetres only, and fit_to_boxes() refines it.
Result<FoundMarks> find_by_marks(const picture::GreyImage& picture, const FormLayout& layout);

/// The error for a sheet that wasn't found, and for one with a missing mark that can't be made up for.
Error no_marks_error();
Error missing_mark_error(std::size_t corner);

/// The centres of a layout's marks, in millimetres.
Homography::Quad mark_middles(const FormLayout& layout);

}  // namespace inkling::form
