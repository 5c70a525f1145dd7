#pragma once

#include <initializer_list>

#include "core/ink/Ink.h"

namespace inkling {

/// Points on an ellipse, at most 40 degrees apart. 0 degrees is to the right and 90 is below: from small to
/// large angles is clockwise.
Stroke arc(Point centre, Point radius, float from_degrees, float to_degrees);

/// One stroke of several parts.
Stroke joined(std::initializer_list<Stroke> parts);

}  // namespace inkling
