// SPDX-License-Identifier: MIT
#include "core/cli/files/Inflater.h"

#include <array>
#include <cassert>
#include <string>
#include <utility>

namespace inkling::cli {

namespace {

constexpr int gzip_only = 16 + MAX_WBITS, raw_deflate = -MAX_WBITS;

}  // namespace

Inflater::Inflater(std::uint64_t max_bytes, Format format) : max_bytes_(max_bytes), bytes_left_(max_bytes) {
  [[maybe_unused]] const int status =
      inflateInit2(&stream_, format == Format::gzip ? gzip_only : raw_deflate);
  assert(status == Z_OK);
}

Inflater::~Inflater() {
  inflateEnd(&stream_);
}

Status Inflater::push(std::span<const char> chunk, const Sink& sink) {
  // zlib reads through this pointer to non-const.
  stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(chunk.data()));
  stream_.avail_in = static_cast<uInt>(chunk.size());
  if (complete_) skip_padding();
  bool more = stream_.avail_in > 0;
  while (more) {
    if (Status status = inflate_some(sink); !status) return status;
    if (complete_) skip_padding();
    more = stream_.avail_in > 0 || (stream_.avail_out == 0 && !complete_);
  }
  return success();
}

Status Inflater::finish() const {
  if (complete_) return success();
  return Error{"the gzip file is cut short. Download or copy it again."};
}

/// A gzip file starts with another byte than 0.
void Inflater::skip_padding() {
  while (stream_.avail_in > 0 && *stream_.next_in == 0) {
    ++stream_.next_in;
    --stream_.avail_in;
  }
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

Status Gunzip::push(std::span<const char> chunk, const Inflater::Sink& sink) {
  constexpr std::size_t magic_bytes = 2;
  if (inside_) {
    const auto inner = [&](std::span<const char> unpacked) { return inside_->push(unpacked, sink); };
    return inflater_->push(chunk, inner);
  }
  if (started_) return sink(chunk);
  start_.append(chunk.data(), chunk.size());
  return start_.size() < magic_bytes ? success() : start(sink);
}

Status Gunzip::finish(const Inflater::Sink& sink) {
  if (!started_ && !start_.empty()) {
    if (Status status = start(sink); !status) return status;
  }
  if (!inside_) return success();
  const Status status = inflater_->finish();
  return status ? inside_->finish(sink) : status;
}

Status Gunzip::start(const Inflater::Sink& sink) {
  started_ = true;
  const std::string start = std::exchange(start_, {});
  if (max_depth_ > 0 && start.starts_with("\x1f\x8b")) {
    inflater_ = std::make_unique<Inflater>(max_bytes_);
    inside_ = std::make_unique<Gunzip>(max_bytes_, max_depth_ - 1);
  }
  return push(start, sink);
}

}  // namespace inkling::cli
