// SPDX-License-Identifier: MIT
#pragma once

#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "core/base/Result.h"

namespace inkling::cli {

/// Decompresses gzip, or the deflated data of a ZIP archive, in chunks of any size. Concatenated gzip files
/// come out as one, as with gunzip. Zeros after the last one, as tapes and some servers add them, are
/// ignored.
class Inflater {
 public:
  using Sink = std::function<Status(std::span<const char>)>;
  enum class Format { gzip, deflate };

  /// Fails if the output exceeds `max_bytes`: a small file can unpack to almost any size.
  explicit Inflater(std::uint64_t max_bytes, Format format = Format::gzip);
  ~Inflater();
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  /// Passes what `chunk` unpacks to, piece by piece, to `sink`. Stops at the first error.
  Status push(std::span<const char> chunk, const Sink& sink);

  /// An error if the file was cut short.
  Status finish() const;

 private:
  Status inflate_some(const Sink& sink);
  void skip_padding();

  z_stream stream_{};
  std::uint64_t max_bytes_, bytes_left_;
  bool complete_ = false;  // at the end of a gzip file
};

/// Passes on what comes in chunks: unpacked if it is compressed with gzip, even twice, otherwise as it is.
class Gunzip {
 public:
  explicit Gunzip(std::uint64_t max_bytes, int max_depth = 3)
      : max_bytes_(max_bytes), max_depth_(max_depth) {}

  Status push(std::span<const char> chunk, const Inflater::Sink& sink);

  /// Call once, after the last chunk.
  Status finish(const Inflater::Sink& sink);

 private:
  Status start(const Inflater::Sink& sink);

  std::uint64_t max_bytes_;
  int max_depth_;
  bool started_ = false;
  std::string start_;  // collected until it shows whether this is gzip
  std::unique_ptr<Inflater> inflater_;
  std::unique_ptr<Gunzip> inside_;
};

}  // namespace inkling::cli
