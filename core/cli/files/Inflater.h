// SPDX-License-Identifier: MIT
#pragma once

#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>

#include "core/base/Result.h"

namespace inkling::cli {

/// Decompresses gzip in chunks of any size. Concatenated gzip files come out as one, as with gunzip.
class Inflater {
 public:
  using Sink = std::function<Status(std::span<const char>)>;

  /// Fails if the output exceeds `max_bytes`: a small file can unpack to almost any size.
  explicit Inflater(std::uint64_t max_bytes);
  ~Inflater();
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  /// Passes what `chunk` unpacks to, piece by piece, to `sink`. Stops at the first error.
  Status push(std::span<const char> chunk, const Sink& sink);

  /// An error if the file was cut short.
  Status finish() const;

 private:
  Status inflate_some(const Sink& sink);

  z_stream stream_{};
  std::uint64_t max_bytes_, bytes_left_;
  bool complete_ = false;  // at the end of a gzip file
};

}  // namespace inkling::cli
