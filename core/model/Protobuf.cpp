// SPDX-License-Identifier: MIT
#include "core/model/Protobuf.h"

#include <bit>

namespace inkling::model {

namespace {

constexpr int varint_type = 0, length_delimited_type = 2, fixed32_type = 5;

}  // namespace

ProtobufMessage& ProtobufMessage::add_integer(int field, std::uint64_t value) {
  write_tag(field, varint_type);
  write_varint(value);
  return *this;
}

ProtobufMessage& ProtobufMessage::add_float(int field, float value) {
  write_tag(field, fixed32_type);
  const auto bits = std::bit_cast<std::uint32_t>(value);
  for (int byte = 0; byte < 4; ++byte) bytes_.push_back(static_cast<std::uint8_t>(bits >> (8 * byte)));
  return *this;
}

ProtobufMessage& ProtobufMessage::add_string(int field, std::string_view value) {
  return add_bytes(field, {reinterpret_cast<const std::uint8_t*>(value.data()), value.size()});
}

ProtobufMessage& ProtobufMessage::add_bytes(int field, std::span<const std::uint8_t> value) {
  write_tag(field, length_delimited_type);
  write_varint(value.size());
  bytes_.insert(bytes_.end(), value.begin(), value.end());
  return *this;
}

ProtobufMessage& ProtobufMessage::add_message(int field, const ProtobufMessage& value) {
  return add_bytes(field, value.encoded());
}

/// Seven bits a byte, lowest first; the high bit is set in all bytes but the last.
void ProtobufMessage::write_varint(std::uint64_t value) {
  for (; value >= 128; value >>= 7) bytes_.push_back(static_cast<std::uint8_t>(value | 128));
  bytes_.push_back(static_cast<std::uint8_t>(value));
}

void ProtobufMessage::write_tag(int field, int wire_type) {
  write_varint(static_cast<std::uint64_t>(field) << 3 | static_cast<std::uint64_t>(wire_type));
}

}  // namespace inkling::model
