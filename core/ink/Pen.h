#pragma once

#include <cstdint>

#include "core/ink/Ink.h"

namespace inkling::ink {

/// Pixels to draw on, row by row; 0 is paper, 255 is ink. They are the caller's.
struct Canvas {
  std::uint8_t* pixels = nullptr;  // [height, width]
  int width = 0;
  int height = 0;
};

/// Draws a stroke of a point or more with a round pen, anti-aliased, in pixels from the middle of the first
/// one, moved by `shift`. What is beyond the canvas is left out.
void draw_stroke(const Canvas& canvas, const Stroke& stroke, Point shift, float radius);

}  // namespace inkling::ink
