// SPDX-License-Identifier: MIT
#include "core/ink/SegmentationGraph.h"

#include <algorithm>
#include <limits>

#include "core/base/Median.h"
#include "core/ink/TextLines.h"

namespace inkling::ink {

namespace {

// Measured on 6,744 digits of 27 writers: of the strokes of one digit, 95 in 100 overlap by at least 0.37 of
// the narrower one's width, and 1 in 1,000 are further apart than a fifth of its height.
constexpr double merge_overlap = 0.6;      // of the narrower part's width
constexpr double max_gap_in_digit = 0.25;  // of the writing's height, like all that follows
constexpr double min_width = 0.1;
constexpr double max_width = 1.6;
constexpr std::size_t max_pieces_per_digit = 8;
constexpr std::size_t max_parts = 1000;

struct Piece {
  std::vector<std::uint32_t> parts;
  Bounds bounds;
  bool split_from_previous = false;
};

/// The height of a line's tallest part. A dash counts as a third of its width; dots alone count as 1.
double writing_height(std::span<const Part> parts, std::span<const std::uint32_t> line) {
  double height = 0;
  for (const std::uint32_t part : line)
    height = std::max({height, parts[part].bounds.height(), parts[part].bounds.width() / 3});
  return height > 0 ? height : 1;
}

/// A vertical line has almost no width of its own, but the pen does.
Bounds widened(Bounds bounds, double width) {
  const double missing = std::max(0.0, width - bounds.width()) / 2;
  bounds.left -= missing;
  bounds.right += missing;
  return bounds;
}

/// The first slice of the component that each part was cut from; the part itself if it is a whole one.
std::vector<std::uint32_t> first_slices(std::span<const Part> parts) {
  std::vector<std::uint32_t> first(parts.size());
  for (std::uint32_t part = 0; part < parts.size(); ++part)
    first[part] = part > 0 && parts[part].split_from_previous ? first[part - 1] : part;
  return first;
}

/// Whether a piece has another slice of the component that a part was cut from. They were cut because digits
/// may touch there.
bool has_slice_beside(const Piece& piece, std::uint32_t part, std::span<const std::uint32_t> first_slices) {
  return std::ranges::any_of(piece.parts,
                             [&](std::uint32_t other) { return first_slices[other] == first_slices[part]; });
}

bool share_columns(const Bounds& a, const Bounds& b, double height) {
  const Bounds first = widened(a, min_width * height), second = widened(b, min_width * height);
  return overlap(first.left, first.right, second.left, second.right) >=
         merge_overlap * std::min(first.width(), second.width());
}

void merge(Piece& piece, const Piece& other) {
  piece.parts.insert(piece.parts.end(), other.parts.begin(), other.parts.end());
  piece.bounds.include(other.bounds);
  piece.split_from_previous |= other.split_from_previous;
}

/// Merges the parts of one line into pieces, sorted from left to right.
std::vector<Piece> pieces_of_line(std::span<const Part> parts, std::span<const std::uint32_t> line,
                                  double height) {
  const std::vector<std::uint32_t> slices = first_slices(parts);
  std::vector<Piece> pieces;
  for (const std::uint32_t part : line) {
    Piece piece{{part}, parts[part].bounds, parts[part].split_from_previous};
    for (std::size_t other = 0; other < pieces.size();) {
      if (!share_columns(pieces[other].bounds, piece.bounds, height) ||
          has_slice_beside(pieces[other], part, slices)) {
        ++other;
        continue;
      }
      merge(piece, pieces[other]);
      pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(other));
      other = 0;  // the wider piece may now overlap those checked before
    }
    pieces.push_back(std::move(piece));
  }
  std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
    return a.bounds.left + a.bounds.right < b.bounds.left + b.bounds.right;
  });
  return pieces;
}

/// The parts of each line. What was cut from one component is in one line.
std::vector<std::vector<std::uint32_t>> lines_of(std::span<const Part> parts) {
  std::vector<Bounds> boxes;
  std::vector<std::uint32_t> first;  // part of each box
  for (std::uint32_t part = 0; part < parts.size(); ++part) {
    if (boxes.empty() || !parts[part].split_from_previous) {
      boxes.emplace_back();
      first.push_back(part);
    }
    boxes.back().include(parts[part].bounds);
  }
  first.push_back(static_cast<std::uint32_t>(parts.size()));
  std::vector<std::vector<std::uint32_t>> lines;
  for (const std::vector<std::uint32_t>& line : text_lines(boxes)) {
    lines.emplace_back();
    for (const std::uint32_t box : line) {
      for (std::uint32_t part = first[box]; part < first[box + 1]; ++part) {
        if (!parts[part].bounds.empty()) lines.back().push_back(part);
      }
    }
  }
  return lines;
}

/// Penalises gaps inside a digit, overlap with the next one, and digits that are too wide or too low for the
/// writing. The weights were tuned on numbers composed from the digits of those 27 writers.
float geometry_cost(std::span<const Piece> pieces, std::size_t begin, std::size_t end, double height) {
  constexpr double gap_weight = 4, overlap_weight = 2, split_cost = 1.5, width_weight = 6, low_weight = 6;
  constexpr double usual_width = 0.7, usual_height = 0.6;
  double gaps = 0;
  Bounds bounds = pieces[begin].bounds;
  for (std::size_t piece = begin + 1; piece < end; ++piece) {
    gaps += std::max(0.0, pieces[piece].bounds.left - bounds.right);
    bounds.include(pieces[piece].bounds);
  }
  const bool last = end == pieces.size();
  const double overlapped = last ? 0 : std::max(0.0, bounds.right - pieces[end].bounds.left);
  const double border =
      !last && pieces[end].split_from_previous ? split_cost : overlap_weight * overlapped / height;
  return static_cast<float>(gap_weight * gaps / height + border +
                            width_weight * std::max(0.0, bounds.width() / height - usual_width) +
                            low_weight * std::max(0.0, usual_height - bounds.height() / height));
}

Candidate make_candidate(std::span<const Piece> pieces, std::size_t begin, std::size_t end, double height) {
  Candidate candidate;
  candidate.begin = begin;
  candidate.end = end;
  candidate.cost = geometry_cost(pieces, begin, end, height);
  for (const Piece& piece : pieces.subspan(begin, end - begin)) {
    candidate.parts.insert(candidate.parts.end(), piece.parts.begin(), piece.parts.end());
    candidate.bounds.include(piece.bounds);
  }
  std::sort(candidate.parts.begin(), candidate.parts.end());
  return candidate;
}

/// The median top and bottom of the tall pieces; without one, those of all.
WritingLine writing_line(std::span<const Piece> pieces, double height) {
  constexpr double min_height = 0.6;
  std::vector<double> tops, bottoms;
  for (const double share : {min_height, 0.0}) {
    for (const Piece& piece : pieces) {
      if (piece.bounds.height() < share * height) continue;
      tops.push_back(piece.bounds.top);
      bottoms.push_back(piece.bounds.bottom);
    }
    if (!tops.empty()) break;
  }
  return {median(tops), median(bottoms)};
}

/// A dash stands free: the bar of an H or a 4 touches what is beside it.
bool stands_free(std::span<const Piece> pieces, std::size_t index, double height) {
  constexpr double min_gap = 0.04;
  const Bounds& bounds = pieces[index].bounds;
  return (index == 0 || bounds.left - pieces[index - 1].bounds.right >= min_gap * height) &&
         (index + 1 == pieces.size() || pieces[index + 1].bounds.left - bounds.right >= min_gap * height);
}

std::optional<MarkKind> mark_of_piece(std::span<const Part> parts, std::span<const Piece> pieces,
                                      std::size_t index, const WritingLine& line) {
  if (pieces.size() == 1) return std::nullopt;
  std::vector<Bounds> bounds;
  for (const std::uint32_t part : pieces[index].parts) bounds.push_back(parts[part].bounds);
  const bool is_slice = pieces[index].split_from_previous ||
                        (index + 1 < pieces.size() && pieces[index + 1].split_from_previous);
  if (is_slice) return std::nullopt;  // a part of a digit, however small
  const auto mark = mark_of(bounds, line);
  const bool wide = mark == MarkKind::dash || mark == MarkKind::equals;
  return wide && !stands_free(pieces, index, line.height()) ? std::nullopt : mark;
}

/// Whether piece `end` can belong to the same digit as the pieces from `begin` up to it.
bool can_extend(std::span<const Piece> pieces, std::size_t begin, std::size_t end, double height) {
  if (end == pieces.size() || end - begin == max_pieces_per_digit) return false;
  Bounds bounds;
  for (const Piece& piece : pieces.subspan(begin, end - begin)) bounds.include(piece.bounds);
  if (pieces[end].bounds.left - bounds.right > max_gap_in_digit * height) return false;
  bounds.include(pieces[end].bounds);
  return bounds.width() <= max_width * height;
}

/// All parts as one candidate; none if every part is empty.
std::vector<Candidate> single_candidate(std::span<const Part> parts) {
  Candidate candidate;
  candidate.end = 1;
  for (std::uint32_t part = 0; part < parts.size(); ++part) {
    if (!parts[part].bounds.empty()) candidate.parts.push_back(part);
    candidate.bounds.include(parts[part].bounds);
  }
  if (candidate.parts.empty()) return {};
  return {std::move(candidate)};
}

}  // namespace

std::vector<Candidate> segmentation_graph(std::span<const Part> parts) {
  if (parts.size() > max_parts) return single_candidate(parts);
  std::vector<Candidate> candidates;
  std::size_t first_node = 0;  // of the line
  const std::vector<std::vector<std::uint32_t>> lines = lines_of(parts);
  for (std::size_t number = 0; number < lines.size(); ++number) {
    const std::vector<std::uint32_t>& line = lines[number];
    const double height = writing_height(parts, line);
    const std::vector<Piece> pieces = pieces_of_line(parts, line, height);
    const WritingLine writing = writing_line(pieces, height);
    for (std::size_t begin = 0; begin < pieces.size(); ++begin) {
      std::size_t end = begin;
      do {
        candidates.push_back(make_candidate(pieces, begin, ++end, height));
        if (end == begin + 1) candidates.back().mark = mark_of_piece(parts, pieces, begin, writing);
        candidates.back().begin += first_node;
        candidates.back().end += first_node;
        candidates.back().line = number;
      } while (can_extend(pieces, begin, end, height));
    }
    first_node += pieces.size();
  }
  return candidates;
}

std::vector<std::size_t> viterbi_path(std::span<const Candidate> candidates, std::span<const float> costs) {
  struct Arrival {
    float cost = std::numeric_limits<float>::infinity();
    std::size_t candidate = 0;
  };
  std::size_t last_node = 0;
  for (const Candidate& candidate : candidates) last_node = std::max(last_node, candidate.end);
  std::vector<Arrival> arrivals(last_node + 1);  // the cheapest way to each node
  arrivals[0].cost = 0;
  for (std::size_t index = 0; index < candidates.size(); ++index) {
    const Candidate& candidate = candidates[index];
    const float cost = arrivals[candidate.begin].cost + candidate.cost + costs[index];
    if (cost < arrivals[candidate.end].cost) arrivals[candidate.end] = {cost, index};
  }
  std::vector<std::size_t> path;
  for (std::size_t node = last_node; node > 0; node = candidates[path.back()].begin)
    path.push_back(arrivals[node].candidate);
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace inkling::ink
