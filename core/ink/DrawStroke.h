// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "core/ink/Ink.h"

namespace inkling::ink {

/// A pixel buffer owned by the caller, row by row; 0 is paper, 255 is ink.
struct Canvas {
  std::uint8_t* pixels = nullptr;  // [height, width]
  int width = 0;
  int height = 0;
};

/// Replaces the straight lines between points by cubic Bezier curves through them, in pieces of about
/// `piece_length` at most. Fast writing leaves few points, and straight lines would draw an angular digit.
/// Turns of more than 60 degrees stay sharp corners. Neighbouring points must differ.
Stroke smooth(const Stroke& stroke, float piece_length);

/// Draws a non-empty stroke with a round, anti-aliased pen and clips it to the canvas. `stroke + offset` and
/// `radius` are in pixels; the centre of the first pixel is (0, 0). Overlapping ink gets no darker.
void draw_stroke(const Canvas& canvas, const Stroke& stroke, Point offset, float radius);

}  // namespace inkling::ink
