// SPDX-License-Identifier: MIT
#pragma once

#include "core/picture/ColourImage.h"
#include "core/picture/Pipeline.h"

namespace inkling::picture {

/// The steps from a picture to what is read in it, as images of the same size that show what went wrong.
struct StepImages {
  ColourImage paper;  // what is searched for ink
  ColourImage ink;    // all that stands out from the paper
  ColourImage lines;  // the printed lines and other ink that isn't read
  ColourImage parts;  // what digits are made of, each part in a colour
};

StepImages step_images(const ExtractedInk& extracted);

}  // namespace inkling::picture
