// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Digit.h"
#include "core/base/Result.h"

namespace inkling::io {

enum class IdxContent { images, labels };

/// Whether a file with these first bytes is an IDX file of labels.
bool is_idx_labels(std::string_view first_bytes);

/// Whether the second file, by its name, has the labels of the first, as MNIST's files and their copies are
/// named: train-images-idx3-ubyte and train-labels-idx1-ubyte, in any case, with a dot or a dash before "idx"
/// and with or without ".gz". The names may include folders.
bool are_paired_names(std::string images, std::string labels);

/// Reads an IDX file, MNIST's format (yann.lecun.com/exdb/mnist), in chunks of any size: the magic number
/// 0x803 for images or 0x801 for labels and the sizes, all big-endian, then the bytes. Memory is only
/// allocated for sizes that the file can back up.
class IdxReader {
 public:
  explicit IdxReader(IdxContent content) : content_(content) {}

  /// Fails on other contents and sizes. No calls are allowed after an error.
  Status push(std::span<const char> chunk);

  /// The pixels [images, 784] or the labels [images]. Fails if the file is cut short. Call once.
  Result<std::vector<std::uint8_t>> finish();

  IdxContent content() const { return content_; }

  /// Images or labels so far.
  std::size_t items_read() const { return body_.size() / item_size(); }

 private:
  std::size_t header_size() const { return content_ == IdxContent::images ? 16 : 8; }
  std::size_t item_size() const { return content_ == IdxContent::images ? image_pixels : 1; }
  std::size_t body_size() const { return count_ * item_size(); }
  std::uint32_t header_word(std::size_t index) const;
  std::string counted_items(std::size_t count) const;
  Status check_magic() const;
  Status check_header();
  Status check_labels(std::span<const char> labels) const;

  IdxContent content_;
  std::vector<std::uint8_t> header_;
  std::size_t count_ = 0;  // images or labels, from the header
  std::vector<std::uint8_t> body_;
};

}  // namespace inkling::io
