// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/io/arrays/NumberArray.h"

namespace inkling::io {

/// Whether the second file, by its name, has the labels of the first, as MNIST's files and their copies are
/// named: train-images-idx3-ubyte and train-labels-idx1-ubyte, x_train and y_train, in any case, with a dot
/// or a dash before "idx", with or without ".gz", and with the " (1)" of a second download. The names may
/// include folders.
bool are_paired_names(std::string images, std::string labels);

/// Reads an IDX file, MNIST's format (yann.lecun.com/exdb/mnist), in chunks of any size: a magic number with
/// the type of the numbers and the number of dimensions, and the sizes, all big-endian, then the numbers.
class IdxReader {
 public:
  /// `accepted` contents; any if not given.
  explicit IdxReader(std::optional<ArrayContent> accepted = std::nullopt) : accepted_(accepted) {}

  /// Fails on other contents and sizes. No calls are allowed after an error.
  Status push(std::span<const char> chunk);

  /// The images without labels, or the labels without images. Fails if the file is cut short. Call once.
  Result<data::Dataset> finish(LabelRule rule = LabelRule::find_out);

  /// Images or labels so far.
  /// See NumberArray::has_ten().
  bool has_ten() const { return array_ && array_->has_ten(); }

  std::size_t items_read() const { return array_ ? array_->items_read() : 0; }

 private:
  std::size_t dimensions() const { return header_[3]; }
  std::size_t header_size() const { return header_.size() < 4 ? 4 : 4 * (1 + dimensions()); }
  std::uint32_t header_word(std::size_t index) const;
  Status check_magic() const;
  Status start_array();

  std::optional<ArrayContent> accepted_;
  std::vector<std::uint8_t> header_;
  std::optional<NumberArray> array_;  // once the header is complete
};

}  // namespace inkling::io
