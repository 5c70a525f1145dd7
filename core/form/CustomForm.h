// SPDX-License-Identifier: MIT
#pragma once

#include "core/form/Form.h"
#include "core/picture/GreyImage.h"

namespace inkling::form {

/// A form whose areas are in shares of a picture of its blank sheet, placed by what is found in that picture:
/// its largest printed frame, else the sheet of paper, else the picture as a whole. An area may lie outside
/// of the anchor only by a little; if one lies further out, the next anchor is taken.
Form anchored(Form form, const picture::GreyImage& blank);

}  // namespace inkling::form
