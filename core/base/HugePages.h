// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace inkling {

/// Asks the system to back memory that hasn't been touched yet with huge pages, if it has them. Small pages
/// are mapped one by one when first touched: for the 33 MB of 42,000 images that takes longer than parsing
/// them.
void prefer_huge_pages(std::span<const std::byte> memory);

/// Reserves memory, in huge pages, for a total of `count` values.
template <class Value>
void reserve_huge_pages(std::vector<Value>& values, std::size_t count) {
  if (count <= values.capacity()) return;
  values.reserve(count);
  prefer_huge_pages(std::as_bytes(std::span(values.data(), values.capacity())));
}

/// Reserves memory, in huge pages, for `count` more values. At least doubles it, so that each value is copied
/// about once on average.
template <class Value>
void grow_huge_pages(std::vector<Value>& values, std::size_t count) {
  if (values.capacity() - values.size() >= count) return;
  reserve_huge_pages(values, std::max(values.size() + count, 2 * values.capacity()));
}

}  // namespace inkling
