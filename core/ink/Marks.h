// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/ink/Ink.h"

namespace inkling::ink {

/// A symbol written among digits that isn't a digit.
enum class MarkKind : std::uint8_t {
  point,
  comma,
  dash,
  slash,
  equals,
  underline,
  frame  // a line around other writing
};

/// The sign in a text: ".", ",", "-", "/", "=", and nothing for an underline or a frame.
std::string_view sign_of(MarkKind kind);

/// "point", "comma", ...
std::string_view name_of(MarkKind kind);

/// Where a line of writing is.
struct WritingLine {
  double top = 0, bottom = 0;  // of its tall parts

  double height() const { return bottom - top; }
};

/// The kind of mark that parts of these bounds are, judged by their size and place on the line. None if they
/// may be a digit or a part of one.
std::optional<MarkKind> mark_of(std::span<const Bounds> parts, const WritingLine& line);

/// A stroke that is drawn under or around the others.
struct Decoration {
  std::uint32_t stroke = 0;
  MarkKind kind = MarkKind::underline;  // or frame
};

/// The strokes that underline all the others, or go round them. A slashed zero looks like a frame round a 1.
std::vector<Decoration> find_decorations(const Ink& ink);

}  // namespace inkling::ink
