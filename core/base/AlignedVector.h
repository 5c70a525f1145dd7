// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace inkling {

/// Aligns every allocation to a cache line. A vectorised sum starts at an aligned address, so the order of
/// its additions, and with it the last bit, depends on the alignment of its input. With one alignment for all
/// arrays the same work gives the same bits.
template <class Value>
struct AlignedAllocator {
  using value_type = Value;
  static constexpr std::align_val_t alignment{64};

  AlignedAllocator() = default;
  template <class Other>
  AlignedAllocator(const AlignedAllocator<Other>&) {}

  Value* allocate(std::size_t count) {
    return static_cast<Value*>(::operator new(count * sizeof(Value), alignment));
  }
  void deallocate(Value* values, std::size_t) { ::operator delete(values, alignment); }

  bool operator==(const AlignedAllocator&) const = default;
};

template <class Value>
using AlignedVector = std::vector<Value, AlignedAllocator<Value>>;

}  // namespace inkling
