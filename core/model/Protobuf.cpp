#include "core/model/Protobuf.h"

#include <bit>

namespace inkling::model {

namespace {

constexpr int varint_type = 0, length_type = 2, four_bytes_type = 5;

}  // namespace

Protobuf& Protobuf::number(int field, std::uint64_t value) {
  key(field, varint_type);
  varint(value);
  return *this;
}

Protobuf& Protobuf::real(int field, float value) {
  key(field, four_bytes_type);
  const auto bits = std::bit_cast<std::uint32_t>(value);
  for (int byte = 0; byte < 4; ++byte) bytes_.push_back(static_cast<std::uint8_t>(bits >> (8 * byte)));
  return *this;
}

Protobuf& Protobuf::text(int field, std::string_view value) {
  return bytes(field, {reinterpret_cast<const std::uint8_t*>(value.data()), value.size()});
}

Protobuf& Protobuf::bytes(int field, std::span<const std::uint8_t> value) {
  key(field, length_type);
  varint(value.size());
  bytes_.insert(bytes_.end(), value.begin(), value.end());
  return *this;
}

Protobuf& Protobuf::message(int field, const Protobuf& value) {
  return bytes(field, value.encoded());
}

/// Seven bits a byte, the lowest first; all but the last byte have their highest bit set.
void Protobuf::varint(std::uint64_t value) {
  for (; value >= 128; value >>= 7) bytes_.push_back(static_cast<std::uint8_t>(value | 128));
  bytes_.push_back(static_cast<std::uint8_t>(value));
}

void Protobuf::key(int field, int wire_type) {
  varint(static_cast<std::uint64_t>(field) << 3 | static_cast<std::uint64_t>(wire_type));
}

}  // namespace inkling::model
