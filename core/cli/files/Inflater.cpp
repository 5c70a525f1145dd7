#include "core/cli/files/Inflater.h"

#include <array>
#include <cassert>

namespace inkling::cli {

namespace {

constexpr int gzip_only = 16 + MAX_WBITS;

}  // namespace

Inflater::Inflater(std::uint64_t most_bytes) : bytes_left_(most_bytes) {
  [[maybe_unused]] const int status = inflateInit2(&stream_, gzip_only);
  assert(status == Z_OK);
}

Inflater::~Inflater() {
  inflateEnd(&stream_);
}

Status Inflater::push(std::span<const char> chunk, const Take& take) {
  // zlib's own type is not const, but it only reads.
  stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(chunk.data()));
  stream_.avail_in = static_cast<uInt>(chunk.size());
  bool more = !chunk.empty();
  while (more) {
    if (Status status = inflate_some(take); !status) return status;
    more = stream_.avail_in > 0 || (stream_.avail_out == 0 && !complete_);
  }
  return success();
}

Status Inflater::finish() const {
  if (complete_) return success();
  return Error{"the gzip file ends too early; copy or download it again."};
}

Status Inflater::inflate_some(const Take& take) {
  std::array<char, 1 << 17> unpacked;
  if (complete_) inflateReset(&stream_);
  stream_.next_out = reinterpret_cast<Bytef*>(unpacked.data());
  stream_.avail_out = unpacked.size();
  const int status = inflate(&stream_, Z_NO_FLUSH);
  // Z_BUF_ERROR only says that there was nothing left to do.
  if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) {
    return Error{"the gzip file is damaged; copy or download it again."};
  }
  complete_ = status == Z_STREAM_END;
  const std::size_t size = unpacked.size() - stream_.avail_out;
  if (size > bytes_left_) return Error{"the gzip file unpacks to more than Inkling reads."};
  bytes_left_ -= size;
  return take(std::span(unpacked).first(size));
}

}  // namespace inkling::cli
