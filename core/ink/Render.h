#pragma once

#include <optional>

#include "core/ink/Ink.h"

namespace inkling::ink {

struct RenderOptions {
  /// Width of the round pen as a share of the 20-pixel box, 0.05 (one pixel) to 0.5.
  float pen_share = 0.11f;
};

/// Draws strokes as MNIST's images were made: the inked shape fitted into a box of 20x20 with its aspect
/// kept, anti-aliased, its centre of mass moved to the middle of the 28x28. The pen is as wide in proportion
/// to every digit, so the picture does not depend on the unit or the place of the ink. Points that are not
/// finite are left out; nothing drawn gives nothing. A dot is ink.
std::optional<DigitImage> render(const Ink& ink, const RenderOptions& options = {});

}  // namespace inkling::ink
