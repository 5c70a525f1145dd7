// SPDX-License-Identifier: MIT
#include "core/base/HugePages.h"

#if defined(__linux__)
#include <sys/mman.h>

#include <cstdint>
#endif

namespace inkling {

#if defined(__linux__)

void prefer_huge_pages(std::span<const std::byte> memory) {
  constexpr std::uintptr_t page = 4096;
  constexpr std::size_t huge_page = std::size_t{2} << 20;
  if (memory.size() < 2 * huge_page) return;
  const auto begin = reinterpret_cast<std::uintptr_t>(memory.data()) / page * page;
  const auto end = reinterpret_cast<std::uintptr_t>(memory.data() + memory.size());
  // Only a hint: without huge pages everything works, only more slowly.
  madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
}

#else

void prefer_huge_pages(std::span<const std::byte>) {}

#endif

}  // namespace inkling
