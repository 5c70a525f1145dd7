#pragma once

#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>

#include "core/base/Result.h"

namespace inkling::cli {

/// Unpacks gzip from chunks of any size; files put one after another come out as one, as gunzip does it.
class Inflater {
 public:
  using Take = std::function<Status(std::span<const char>)>;

  /// Refuses to unpack to more than `most_bytes`, since a small file may stand for an endless one.
  explicit Inflater(std::uint64_t most_bytes);
  ~Inflater();
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  /// Gives what `chunk` unpacks to, piece by piece, to `take`; stops at the first refusal.
  Status push(std::span<const char> chunk, const Take& take);

  /// Refused if the file was cut short.
  Status finish() const;

 private:
  Status inflate_some(const Take& take);

  z_stream stream_{};
  std::uint64_t bytes_left_;
  bool complete_ = false;  // at the end of a packed file
};

}  // namespace inkling::cli
