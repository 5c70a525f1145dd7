// SPDX-License-Identifier: MIT
#include "core/cli/files/Inflater.h"

#include <array>
#include <cassert>
#include <string>

namespace inkling::cli {

namespace {

constexpr int gzip_only = 16 + MAX_WBITS;

}  // namespace

Inflater::Inflater(std::uint64_t max_bytes) : max_bytes_(max_bytes), bytes_left_(max_bytes) {
  [[maybe_unused]] const int status = inflateInit2(&stream_, gzip_only);
  assert(status == Z_OK);
}

Inflater::~Inflater() {
  inflateEnd(&stream_);
}

Status Inflater::push(std::span<const char> chunk, const Sink& sink) {
  // zlib reads through this pointer to non-const.
  stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(chunk.data()));
  stream_.avail_in = static_cast<uInt>(chunk.size());
  bool more = !chunk.empty();
  while (more) {
    if (Status status = inflate_some(sink); !status) return status;
    more = stream_.avail_in > 0 || (stream_.avail_out == 0 && !complete_);
  }
  return success();
}

Status Inflater::finish() const {
  if (complete_) return success();
  return Error{"the gzip file is cut short. Download or copy it again."};
}

Status Inflater::inflate_some(const Sink& sink) {
  std::array<char, 1 << 17> unpacked;
  if (complete_) inflateReset(&stream_);
  stream_.next_out = reinterpret_cast<Bytef*>(unpacked.data());
  stream_.avail_out = unpacked.size();
  const int status = inflate(&stream_, Z_NO_FLUSH);
  // Z_BUF_ERROR means that there was nothing left to do.
  if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) {
    return Error{"the gzip file is damaged. Download or copy it again."};
  }
  complete_ = status == Z_STREAM_END;
  const std::size_t size = unpacked.size() - stream_.avail_out;
  if (size > bytes_left_)
    return Error{"the gzip file unpacks to more than " + std::to_string(max_bytes_ >> 20) + " MB."};
  bytes_left_ -= size;
  return sink(std::span(unpacked).first(size));
}

}  // namespace inkling::cli
