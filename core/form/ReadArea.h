// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "core/form/Form.h"
#include "core/form/Homography.h"
#include "core/picture/GreyImage.h"
#include "core/recognize/Recognizer.h"

namespace inkling::form {

/// The writing in an area of a custom form, whose printed lines aren't known.
struct AreaReading {
  std::string boxes = {};  // as value_of() takes them; "x" for a tick
  std::vector<recognize::DigitReading> digits = {};
};

/// Reads a field. `area` is in the coordinates that `to_picture` maps to pixels.
AreaReading read_area(const recognize::Recognizer& recognizer, recognize::Recognizer::Memory& memory,
                      const picture::GreyImage& picture, const Homography& to_picture, const Area& area,
                      const FormField& field);

}  // namespace inkling::form
