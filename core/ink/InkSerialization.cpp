#include "core/ink/InkSerialization.h"

#include <cstddef>
#include <cstring>

namespace inkling::ink {

namespace {

void put(std::vector<std::uint8_t>& bytes, const void* values, std::size_t size) {
  const std::size_t before = bytes.size();
  bytes.resize(before + size);
  if (size > 0) std::memcpy(bytes.data() + before, values, size);
}

void put_count(std::vector<std::uint8_t>& bytes, std::size_t count) {
  const std::uint64_t wide = count;
  put(bytes, &wide, sizeof wide);
}

/// Copies from the front of `bytes` and drops what was copied.
void take(std::span<const std::uint8_t>& bytes, void* values, std::size_t size) {
  if (size > 0) std::memcpy(values, bytes.data(), size);
  bytes = bytes.subspan(size);
}

std::size_t take_count(std::span<const std::uint8_t>& bytes) {
  std::uint64_t wide = 0;
  take(bytes, &wide, sizeof wide);
  return static_cast<std::size_t>(wide);
}

}  // namespace

std::vector<std::uint8_t> serialize_inks(std::span<const Ink> inks) {
  std::vector<std::uint8_t> bytes;
  put_count(bytes, inks.size());
  for (const Ink& ink : inks) {
    put_count(bytes, ink.size());
    for (const Stroke& stroke : ink) {
      put_count(bytes, stroke.size());
      put(bytes, stroke.data(), stroke.size() * sizeof(Point));
    }
  }
  return bytes;
}

std::vector<Ink> deserialize_inks(std::span<const std::uint8_t> bytes) {
  std::vector<Ink> inks(take_count(bytes));
  for (Ink& ink : inks) {
    ink.resize(take_count(bytes));
    for (Stroke& stroke : ink) {
      stroke.resize(take_count(bytes));
      take(bytes, stroke.data(), stroke.size() * sizeof(Point));
    }
  }
  return inks;
}

}  // namespace inkling::ink
