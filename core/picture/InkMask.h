#pragma once

#include "core/picture/GreyImage.h"

namespace inkling::picture {

/// What is written in a picture of paper, as a camera or a scanner gives it: dark on light or light on dark,
/// lit unevenly, with grain. Of the same size, 0 where paper is and up to 255 where ink is; all 0 where
/// nothing stands out. The paper's grey is estimated around each pixel and taken off, as in Sauvola and
/// Pietikainen (2000); ink is what then stands out of the grain.
GreyImage ink_mask(const GreyImage& picture);

}  // namespace inkling::picture
