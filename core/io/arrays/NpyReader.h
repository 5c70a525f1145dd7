// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/io/arrays/NumberArray.h"

namespace inkling::io {

/// Reads a NumPy array (.npy) of images or labels, in chunks of any size: x_train.npy of Keras's mnist.npz,
/// for example. See open_array() for the shapes.
class NpyReader {
 public:
  /// `accepted` contents; any if not given.
  explicit NpyReader(std::optional<ArrayContent> accepted = std::nullopt) : accepted_(accepted) {}

  /// Fails on other contents, shapes and types. No calls are allowed after an error.
  Status push(std::span<const char> chunk);

  /// The images without labels, or the labels without images. Fails if the file is cut short. Call once.
  Result<data::Dataset> finish(LabelRule rule = LabelRule::find_out);

  /// Images or labels so far.
  /// See NumberArray::has_ten().
  bool has_ten() const { return array_ && array_->has_ten(); }

  std::size_t items_read() const { return array_ ? array_->items_read() : 0; }

 private:
  std::size_t header_size() const;
  Status start_array();

  std::optional<ArrayContent> accepted_;
  std::string header_;
  std::optional<NumberArray> array_;  // once the header is complete
};

}  // namespace inkling::io
