#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "core/base/Result.h"

namespace inkling::fuzz {

/// Reads all of `bytes`, in chunks of `chunk` bytes. Each is a copy of its own, so that the address sanitizer
/// sees a look beyond it.
template <class Reader>
auto read(Reader reader, std::string_view bytes, std::size_t chunk) -> decltype(reader.finish()) {
  while (!bytes.empty()) {
    const std::vector<char> part(bytes.begin(), bytes.begin() + std::min(chunk, bytes.size()));
    if (Status status = reader.push(part); !status) return status.error();
    bytes.remove_prefix(part.size());
  }
  return reader.finish();
}

/// Reads bytes whole and in chunks, whose size the first byte tells, and stops where the results differ.
template <class MakeReader, class Same>
void check_any_cut(const std::uint8_t* data, std::size_t size, MakeReader make_reader, Same same) {
  if (size == 0) return;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto whole = read(make_reader(), bytes, bytes.size() + 1);
  const auto cut = read(make_reader(), bytes, std::size_t{1} + data[0]);
  if (whole.ok() != cut.ok()) std::abort();
  if (whole ? !same(whole.value(), cut.value()) : whole.error().message != cut.error().message) std::abort();
}

}  // namespace inkling::fuzz
