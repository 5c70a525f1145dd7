#pragma once

#include "core/base/Random.h"
#include "core/data/WrittenNumber.h"
#include "core/ink/GreyImage.h"

namespace inkling {

/// The ink as a camera may see it: written with a pen of any width on paper that is lit unevenly, with grain,
/// sometimes ruled, dark on light or light on dark; 32 to 120 pixels high and a margin. The ink has a point
/// at least.
GreyImage paper_picture(const WrittenNumber& number, Random& random);

}  // namespace inkling
