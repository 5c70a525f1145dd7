// SPDX-License-Identifier: MIT
#pragma once

#include "core/form/Form.h"
#include "core/picture/GreyImage.h"

namespace inkling::form {

/// Converts the areas of a form from fractions of a picture of its blank sheet to fractions of an anchor: the
/// first of the largest printed frame, the sheet of paper and the whole picture that is found and contains
/// all areas. An area may protrude slightly, and is clipped then.
Form anchored(Form form, const picture::GreyImage& blank);

}  // namespace inkling::form
