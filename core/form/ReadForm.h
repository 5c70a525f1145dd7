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

/// The reading of a field in a row of a page.
struct FormCell {
  std::size_t field = 0;
  int row = 0;  // of the form, from 0
  std::string text = {};
  double confidence = 1;  // estimated probability that the text is right
  ReviewReason reason = ReviewReason::none;
  Homography::Quad corners = {};  // in the picture, clockwise from the top left
  /// In the order of the text, also if a date has another in its boxes. Their boxes are in pixels of the
  /// rectified page.
  std::vector<recognize::DigitReading> digits = {};

  bool needs_review() const { return reason != ReviewReason::none; }
};

struct PageReading {
  int page = 1;
  std::vector<FormCell> cells;  // by row and field
};

/// Returns the text of the QR code in a picture, or none if there is no code.
using CodeReader = std::function<std::optional<std::string>(const picture::GreyImage&)>;

/// An error if the model can't read forms, as its classes aren't the digits.
Status check_reads_forms(const recognize::Recognizer& recognizer);

/// Reads a page that find_page() found. `code` is the text of its QR code, if that could be read. The model
/// must pass check_reads_forms().
Result<PageReading> read_found_page(const recognize::Recognizer& recognizer,
                                    const picture::GreyImage& picture, const Form& form,
                                    const FoundPage& found, const std::optional<std::string>& code);

/// Reads a photo or scan of a page of a form. Cells that are uncertain, break a rule of their field or aren't
/// completely in the picture are marked for review. One corner mark may be missing if the code can be read.
/// The error says why the picture can't be read as a page of this form.
Result<PageReading> read_form(const recognize::Recognizer& recognizer, const picture::GreyImage& picture,
                              const Form& form, const CodeReader& read_code);

}  // namespace inkling::form
