// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/data/Dataset.h"
#include "core/io/LabelTable.h"

namespace inkling::io {

enum class ArrayContent { images, labels };

/// The type of an array's numbers.
struct NumberType {
  enum class Kind { integer, unsigned_integer, floating };

  Kind kind = Kind::unsigned_integer;
  std::size_t bytes = 1;  // 1, 2, 4 or 8; of a floating one 4 or 8
  bool big_endian = true;

  bool is_byte() const { return kind == Kind::unsigned_integer && bytes == 1; }
};

/// Collects the numbers of an array from chunks of any size, as images or as labels. Memory is only allocated
/// for sizes that the file can back up.
class NumberArray {
 public:
  /// Called by open_array(), which checks the extents.
  NumberArray(std::string format, ArrayContent content, NumberType type, std::vector<std::uint64_t> extents);

  /// Fails on extra bytes.
  Status push(std::span<const char> chunk);

  /// The images, or the labels with their classes and no images. Pixels that are not bytes are scaled, see
  /// find_scale(). Fails if the array is cut short, or if a label is not a whole number, or is none of the
  /// digits where nearly all others are. Call once.
  Result<data::Dataset> finish(LabelRule rule);

  /// Whether the labels were 1 to 10, after finish(). See ResolvedLabels.
  bool has_ten() const { return has_ten_; }

  /// Images or labels so far.
  std::size_t items_read() const { return body_.size() / item_bytes(); }

 private:
  std::size_t numbers_per_item() const;
  std::size_t item_bytes() const { return numbers_per_item() * type_.bytes; }
  std::size_t body_bytes() const { return count_ * item_bytes(); }
  std::string counted_items(std::size_t count) const;
  double number(std::size_t index) const;
  Result<data::Dataset> finish_labels(LabelRule rule);
  Result<std::vector<std::uint8_t>> scaled_pixels() const;

  std::string format_;
  ArrayContent content_;
  NumberType type_;
  std::vector<std::uint64_t> extents_;
  std::size_t count_;
  bool has_ten_ = false;
  std::vector<std::uint8_t> body_;  // as in the file
};

/// The array that the header of a file announces: images if its extents are [n, 28, 28] or [n, 784], labels
/// if they are [n] or QMNIST's [n, 8]; further extents of 1 make no difference. Fails on contents other than
/// `accepted`, any if not given, and if the array is empty, too large, or has images that are not 28x28.
/// `format` names the file's.
Result<NumberArray> open_array(const std::string& format, NumberType type, std::vector<std::uint64_t> extents,
                               std::optional<ArrayContent> accepted);

}  // namespace inkling::io
