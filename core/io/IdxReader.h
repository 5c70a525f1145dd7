#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/data/Dataset.h"

namespace inkling::io {

enum class IdxContent { images, labels };

/// Whether an IDX file that begins like this says that it holds labels.
bool is_idx_of_labels(std::string_view first_bytes);

/// Reads an IDX file, the form in which MNIST was published (yann.lecun.com/exdb/mnist): magic number 0x803
/// for images or 0x801 for labels, the sizes, all big-endian, then bytes. The sizes are believed only as far
/// as the bytes follow. Reads chunks of any size.
class IdxReader {
 public:
  explicit IdxReader(IdxContent expected) : expected_(expected) {}

  /// Refuses other contents and sizes. After a refusal nothing more may be asked.
  Status push(std::span<const char> chunk);

  /// The pixels [images, 784] or the labels [images]; refused if the file ended early. To be called once.
  Result<std::vector<std::uint8_t>> finish();

  IdxContent content() const { return expected_; }

  /// Images or labels so far.
  std::size_t items_read() const { return body_.size() / item_size(); }

 private:
  std::size_t header_size() const { return expected_ == IdxContent::images ? 16 : 8; }
  std::size_t item_size() const { return expected_ == IdxContent::images ? image_pixels : 1; }
  std::size_t body_size() const { return count_ * item_size(); }
  std::uint32_t header_word(std::size_t index) const;
  std::string noun() const;
  Status check_kind() const;
  Status check_header();
  Status check_labels(std::span<const char> labels) const;

  IdxContent expected_;
  std::vector<std::uint8_t> header_;
  std::size_t count_ = 0;  // images or labels that the header promises
  std::vector<std::uint8_t> body_;
};

/// The images of one IDX file with the labels of the other.
Result<data::Dataset> join(std::vector<std::uint8_t> pixels, std::vector<std::uint8_t> labels);

}  // namespace inkling::io
