#pragma once

#include "core/base/Random.h"
#include "core/picture/GreyImage.h"
#include "core/synthetic/SyntheticNumber.h"

namespace inkling::synthetic {

/// The ink as a camera may see it: written with a pen of any width on paper that is lit unevenly, with grain,
/// sometimes ruled, dark on light or light on dark; 32 to 120 pixels high and a margin. The ink has a point
/// at least.
picture::GreyImage synthetic_photo(const SyntheticNumber& number, Random& random);

}  // namespace inkling::synthetic
