#pragma once

#include <initializer_list>

#include "core/ink/Ink.h"

namespace inkling::synthetic {

/// Points on an ellipse, at most 40 degrees apart. 0 degrees is to the right and 90 is below: from small to
/// large angles is clockwise.
ink::Stroke arc(ink::Point centre, ink::Point radius, float from_degrees, float to_degrees);

/// One stroke of several parts.
ink::Stroke joined(std::initializer_list<ink::Stroke> parts);

}  // namespace inkling::synthetic
