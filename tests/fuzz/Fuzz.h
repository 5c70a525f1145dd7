// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "core/base/Result.h"

namespace inkling::fuzz {

/// Stops the fuzzer, which saves the input, unless the condition holds.
inline void require(bool condition) {
  if (!condition) std::abort();
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Reads `bytes` in chunks. Each chunk is a copy, so that the address sanitizer notices a read beyond it.
template <class Reader>
auto read_in_chunks(Reader reader, std::string_view bytes, std::size_t chunk_bytes)
    -> decltype(reader.finish()) {
  while (!bytes.empty()) {
    const std::vector<char> chunk(bytes.begin(), bytes.begin() + std::min(chunk_bytes, bytes.size()));
    if (Status status = reader.push(chunk); !status) return status.error();
    bytes.remove_prefix(chunk.size());
  }
  return reader.finish();
}

/// Requires the same result whether the bytes are read whole or in chunks, whose size is in the first byte.
template <class MakeReader, class Same>
void check_chunks(const std::uint8_t* data, std::size_t size, MakeReader make_reader, Same same) {
  if (size == 0) return;
  const std::string_view bytes = text_of(data + 1, size - 1);
  const auto whole = read_in_chunks(make_reader(), bytes, bytes.size() + 1);
  const auto in_chunks = read_in_chunks(make_reader(), bytes, std::size_t{1} + data[0]);
  require(whole.ok() == in_chunks.ok());
  require(whole ? same(whole.value(), in_chunks.value())
                : whole.error().message == in_chunks.error().message);
}

}  // namespace inkling::fuzz
