#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace inkling {

/// Asks the system to give this memory, not yet used, in large pages where it has them. Small ones come one
/// by one as each is first touched: for the 33 MB of 42,000 images that costs more than reading them.
void prefer_huge_pages(std::span<const std::byte> memory);

/// Makes room for `count` values that are going to be there, if not now; room that is there stays.
template <class Value>
void reserve_huge_pages(std::vector<Value>& values, std::size_t count) {
  if (count <= values.capacity()) return;
  values.reserve(count);
  prefer_huge_pages(std::as_bytes(std::span(values.data(), values.capacity())));
}

/// Makes room for `count` more values; taken together, growth copies each value about once.
template <class Value>
void grow_huge_pages(std::vector<Value>& values, std::size_t count) {
  if (values.capacity() - values.size() >= count) return;
  reserve_huge_pages(values, std::max(values.size() + count, 2 * values.capacity()));
}

}  // namespace inkling
