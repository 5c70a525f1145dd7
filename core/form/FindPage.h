// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/form/FormLayout.h"
#include "core/form/Homography.h"
#include "core/picture/GreyImage.h"

namespace inkling::form {

/// A page of a form in a picture.
struct FoundPage {
  FormLayout layout;
  Homography to_picture;                         // from the layout's millimetres to pixels
  std::optional<std::size_t> missing_mark = {};  // see FoundMarks
};

/// Finds a page's place in a picture by the form's anchor. Its layout is that of page 1, whose marks and code
/// are where those of all pages are.
Result<FoundPage> find_page(const picture::GreyImage& picture, const Form& form);

/// The page's QR code with a margin, straightened. The margin is wider where a mark is missing, as the page's
/// place isn't exact then.
picture::GreyImage code_image(const picture::GreyImage& picture, const FoundPage& page);

/// Says that a sheet's code can't be read.
Error unread_code();

/// Which page of the form has a code of this text; none for a code that can't be read, which does only for a
/// form of one page. The error says that this is another form, or one that was changed since it was printed.
Result<int> page_of_code(const Form& form, const std::optional<std::string>& text);

}  // namespace inkling::form
