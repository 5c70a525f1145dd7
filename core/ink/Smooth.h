#pragma once

#include "core/ink/Ink.h"

namespace inkling::ink {

/// The stroke as a curve through its points, cut into pieces no longer than `piece`. A fast hand leaves few
/// points, and joining them by straight lines draws an angular digit. Where the pen turns by more than 60
/// degrees it was meant to: corners stay sharp. Neighbouring points must differ.
Stroke smooth(const Stroke& stroke, float piece);

}  // namespace inkling::ink
