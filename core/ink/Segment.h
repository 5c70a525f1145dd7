#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/ink/Bounds.h"

namespace inkling::ink {

/// A stroke, or ink of a picture that hangs together or was cut.
struct Part {
  Bounds bounds;
  bool cut_off = false;  // from the part to its left
};

/// Parts of some writing that may be one digit.
struct Candidate {
  std::size_t begin = 0, end = 0;    // which pieces of the writing, in reading order
  std::vector<std::uint32_t> parts;  // which parts these are made of, in rising order
  Bounds bounds;
  float cost = 0;  // how little its shape and place look like one digit, 0 or more, as -ln of a likelihood
};

/// Finds what may be a digit in parts (strokes, or ink of a picture that hangs together) that are written
/// side by side, in lines if there are several. Parts that share most of their width are one piece;
/// neighbours that are nearer than digits surely apart make candidates alone and together, so that whoever
/// can read decides: the graph of segmentation by recognition (LeCun, Bottou, Bengio and Haffner, 1998,
/// section V). It is walked from piece to piece: from `begin` 0 by candidates, each of which begins where the
/// one before it ends. They stand in rising order of their begins. A part without bounds belongs to none;
/// more than a thousand parts are no number, and one candidate.
std::vector<Candidate> candidates(std::span<const Part> parts);

}  // namespace inkling::ink
