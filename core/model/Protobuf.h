// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace inkling::model {

/// Encodes a Protocol Buffers message (protobuf.dev, "Encoding"): its fields one after the other, each with
/// its number from the .proto file. A repeated field takes one call per value.
class ProtobufMessage {
 public:
  ProtobufMessage& add_integer(int field, std::uint64_t value);  // int64, int32 or enum
  ProtobufMessage& add_float(int field, float value);
  ProtobufMessage& add_string(int field, std::string_view value);
  ProtobufMessage& add_bytes(int field, std::span<const std::uint8_t> value);
  ProtobufMessage& add_message(int field, const ProtobufMessage& value);

  const std::vector<std::uint8_t>& encoded() const { return bytes_; }

 private:
  void write_varint(std::uint64_t value);
  void write_tag(int field, int wire_type);

  std::vector<std::uint8_t> bytes_;
};

}  // namespace inkling::model
