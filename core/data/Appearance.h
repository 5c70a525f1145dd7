// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "core/data/Dataset.h"

namespace inkling::data {

/// How digits may lie in images of the wrong orientation.
enum class Orientation {
  upright,
  transposed,  // rows are columns, as in EMNIST
  mirrored,
  upside_down,
  turned_90,  // clockwise
  turned_180,
  turned_270,
  transversed  // transposed about the other diagonal
};

/// What images look like, against dark paper with light, upright ink.
struct Appearance {
  bool inverted = false;  // dark ink on light paper
  Orientation orientation = Orientation::upright;
};

/// Recognises dark ink by a border that is lighter than the middle in nearly all images, and the orientation
/// of labelled digits by their means (see DigitMeans), from 20 images of 3 digits on.
Appearance find_appearance(const Dataset& dataset);

/// "upright", "transposed", "mirrored", "upside-down", "turned-90", "turned-180", "turned-270",
/// "transversed".
std::string_view name_of(Orientation orientation);

/// Whether labels, from 1 to 9 and 0 for what the file calls 10, fit the images better with 1 subtracted:
/// that is how they are counted where the first class is 1 and shows 0.
bool labels_count_from_one(const Dataset& dataset);

/// Makes light paper dark and dark ink light. The images lose their strokes, which would be drawn as before.
void invert(Dataset& dataset);

/// Exchanges the rows and columns of each image, as for EMNIST. The images lose their strokes.
void transpose(Dataset& dataset);

}  // namespace inkling::data
