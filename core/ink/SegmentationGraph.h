// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/ink/Ink.h"
#include "core/ink/Marks.h"

namespace inkling::ink {

/// A stroke, or a connected component of a picture's ink or a slice of one.
struct Part {
  Bounds bounds;                     // a part with empty bounds is ignored
  bool split_from_previous = false;  // cut off from the part on its left
};

/// Parts that may form one digit: an edge of the segmentation graph from node `begin` to node `end`. Nodes
/// lie between pieces of the writing, in reading order.
struct Candidate {
  std::size_t begin = 0, end = 0;
  std::vector<std::uint32_t> parts;  // indices, ascending
  Bounds bounds;
  std::size_t line = 0;  // the number of its line of text
  float cost = 0;        // -ln of a likelihood, 0 or more: how unlike one digit its shape and position are
  std::optional<MarkKind> mark;  // what it is if it is no digit, by its size and place; see mark_of()
};

/// Builds the graph of segmentation by recognition (LeCun, Bottou, Bengio and Haffner, 1998, section V) for
/// parts written side by side, in one or more lines (see text_lines()). Parts that overlap horizontally for
/// most of their width form one piece. Each piece is a candidate, and so is each run of neighbouring pieces
/// close enough to form one digit; a path from node 0 to the last one reads every piece once. Candidates are
/// sorted by `begin`. More than 1,000 parts are a drawing, not a number: they form a single candidate.
std::vector<Candidate> segmentation_graph(std::span<const Part> parts);

/// The cheapest path through the graph (Viterbi, 1967) as indices of candidates in reading order. A candidate
/// costs its own `cost` plus its entry in `costs` [candidates].
std::vector<std::size_t> viterbi_path(std::span<const Candidate> candidates, std::span<const float> costs);

}  // namespace inkling::ink
