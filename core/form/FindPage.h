// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/form/FormLayout.h"
#include "core/form/Homography.h"
#include "core/picture/GreyImage.h"

namespace inkling::form {

/// A page of a form that was found in a picture.
struct FoundPage {
  FormLayout layout;
  Homography to_picture;                         // from the layout's millimetres to pixels
  std::optional<std::size_t> missing_mark = {};  // see FoundMarks
};

/// Finds a page in a picture by the form's anchor. Which page it is isn't known yet: the layout is that of
/// page 1, which has the marks and the code in the same places as all pages.
Result<FoundPage> find_page(const picture::GreyImage& picture, const Form& form);

/// A rectified crop of the page's QR code, with a margin. The margin is wider if a mark is missing, as the
/// map isn't accurate then.
picture::GreyImage code_image(const picture::GreyImage& picture, const FoundPage& page);

/// The error for a sheet whose code can't be read.
Error unread_code_error();

/// The number, from 1, of the page whose code has this text. `text` is none if the code can't be read, which
/// is an error unless the form has a single page. It is also an error if the code is of another form, or if
/// the form was changed since the page was printed.
Result<int> page_of_code(const Form& form, const std::optional<std::string>& text);

}  // namespace inkling::form
