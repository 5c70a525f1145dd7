// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/form/FieldValue.h"
#include "core/form/FindPage.h"
#include "core/form/Form.h"
#include "core/form/Homography.h"
#include "core/picture/GreyImage.h"
#include "core/recognize/Recognizer.h"

namespace inkling::form {

/// A field in a row of a page, as it was read.
struct FormCell {
  std::size_t field = 0;
  int row = 0;  // of the form, from 0
  std::string text = {};
  double confidence = 1;  // how likely it is right
  ReviewReason reason = ReviewReason::none;
  Homography::Quad corners = {};  // in the picture, clockwise from the top left
  std::vector<recognize::DigitReading> digits =
      {};  // their boxes are those of the ink on the straightened page

  bool needs_review() const { return reason != ReviewReason::none; }
};

struct PageReading {
  int page = 1;
  std::vector<FormCell> cells;  // by row and field
};

/// The text of the QR code in a picture; none without one.
using CodeReader = std::function<std::optional<std::string>(const picture::GreyImage&)>;

/// Whether a model can read forms. The error says that it can't.
Status check_reads_forms(const recognize::Recognizer& recognizer);

/// Reads a page that find_page() found, with the text of its code where that could be read. The model is one
/// that can read forms.
Result<PageReading> read_found_page(const recognize::Recognizer& recognizer,
                                    const picture::GreyImage& picture, const Form& form,
                                    const FoundPage& found, const std::optional<std::string>& code);

/// Reads a photo or scan of a page of a form. Cells whose reading breaks a rule of their field or isn't sure,
/// and those that aren't in the picture, are marked for review. The error says why this is no page of this
/// form. One of the corner marks may be missing if the code can be read.
Result<PageReading> read_form(const recognize::Recognizer& recognizer, const picture::GreyImage& picture,
                              const Form& form, const CodeReader& read_code);

}  // namespace inkling::form
