// SPDX-License-Identifier: MIT
#include "core/ink/Ink.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>

namespace inkling::ink {

namespace {

void write_bytes(std::vector<std::uint8_t>& bytes, const void* values, std::size_t size) {
  const std::size_t offset = bytes.size();
  bytes.resize(offset + size);
  if (size > 0) std::memcpy(bytes.data() + offset, values, size);
}

void write_count(std::vector<std::uint8_t>& bytes, std::uint64_t count) {
  write_bytes(bytes, &count, sizeof count);
}

/// Advances `bytes` past what it reads.
void read_bytes(std::span<const std::uint8_t>& bytes, void* values, std::size_t size) {
  if (size > 0) std::memcpy(values, bytes.data(), size);
  bytes = bytes.subspan(size);
}

std::size_t read_count(std::span<const std::uint8_t>& bytes) {
  std::uint64_t count = 0;
  read_bytes(bytes, &count, sizeof count);
  return static_cast<std::size_t>(count);
}

}  // namespace

bool is_finite(Point point) {
  return std::isfinite(point.x) && std::isfinite(point.y);
}

double Bounds::longest_side() const {
  return empty() ? 0 : std::max(width(), height());
}

void Bounds::include(Point point) {
  left = std::min(left, double{point.x});
  right = std::max(right, double{point.x});
  top = std::min(top, double{point.y});
  bottom = std::max(bottom, double{point.y});
}

void Bounds::include(const Bounds& other) {
  left = std::min(left, other.left);
  right = std::max(right, other.right);
  top = std::min(top, other.top);
  bottom = std::max(bottom, other.bottom);
}

Bounds bounds_of(const Stroke& stroke) {
  Bounds bounds;
  for (const Point point : stroke) {
    if (is_finite(point)) bounds.include(point);
  }
  return bounds;
}

Bounds bounds_of(const Ink& ink) {
  Bounds bounds;
  for (const Stroke& stroke : ink) bounds.include(bounds_of(stroke));
  return bounds;
}

double overlap(double low, double high, double other_low, double other_high) {
  return std::min(high, other_high) - std::max(low, other_low);
}

std::vector<std::uint8_t> serialize_inks(std::span<const Ink> inks) {
  std::vector<std::uint8_t> bytes;
  write_count(bytes, inks.size());
  for (const Ink& ink : inks) {
    write_count(bytes, ink.size());
    for (const Stroke& stroke : ink) {
      write_count(bytes, stroke.size());
      write_bytes(bytes, stroke.data(), stroke.size() * sizeof(Point));
    }
  }
  return bytes;
}

std::vector<Ink> deserialize_inks(std::span<const std::uint8_t> bytes) {
  std::vector<Ink> inks(read_count(bytes));
  for (Ink& ink : inks) {
    ink.resize(read_count(bytes));
    for (Stroke& stroke : ink) {
      stroke.resize(read_count(bytes));
      read_bytes(bytes, stroke.data(), stroke.size() * sizeof(Point));
    }
  }
  return inks;
}

}  // namespace inkling::ink
