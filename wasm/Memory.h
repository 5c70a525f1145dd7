#pragma once

#include <malloc.h>

#include <cstddef>

namespace inkling::wasm {

/// How many bytes of the memory are given out: what nothing but a leak makes grow.
inline std::size_t memory_in_use() {
  return static_cast<std::size_t>(mallinfo().uordblks);
}

}  // namespace inkling::wasm
