#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace inkling::model {

/// A message as Protocol Buffers write it (protobuf.dev, "Encoding"): fields one after the other, each with
/// its number from the .proto file. Only what is written here; a repeated field is one call for each value.
class Protobuf {
 public:
  Protobuf& number(int field, std::uint64_t value);
  Protobuf& real(int field, float value);
  Protobuf& text(int field, std::string_view value);
  Protobuf& bytes(int field, std::span<const std::uint8_t> value);
  Protobuf& message(int field, const Protobuf& value);

  const std::vector<std::uint8_t>& encoded() const { return bytes_; }

 private:
  void varint(std::uint64_t value);
  void key(int field, int wire_type);

  std::vector<std::uint8_t> bytes_;
};

}  // namespace inkling::model
