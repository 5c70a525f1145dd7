#include "core/model/Precision.h"

#include <cassert>
#include <cstring>

#include "core/base/HalfFloat.h"

namespace inkling::model {

std::string_view name_of(Precision precision) {
  return precision == Precision::half ? "half" : "single";
}

std::size_t size_of(Precision precision) {
  return precision == Precision::half ? sizeof(std::uint16_t) : sizeof(float);
}

std::string_view dtype_of(Precision precision) {
  return precision == Precision::half ? "F16" : "F32";
}

std::optional<Precision> precision_of(std::string_view dtype) {
  for (const Precision precision : {Precision::single, Precision::half}) {
    if (dtype == dtype_of(precision)) return precision;
  }
  return std::nullopt;
}

std::vector<std::uint8_t> encode(std::span<const float> values, Precision precision) {
  if (precision == Precision::single) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(values.data());
    return {bytes, bytes + values.size_bytes()};
  }
  std::vector<std::uint8_t> bytes;
  bytes.reserve(values.size() * sizeof(std::uint16_t));
  for (const float value : values) {
    const std::uint16_t half = to_half(value);
    bytes.push_back(static_cast<std::uint8_t>(half));
    bytes.push_back(static_cast<std::uint8_t>(half >> 8));
  }
  return bytes;
}

void decode(std::span<const std::uint8_t> bytes, Precision precision, std::span<float> values) {
  if (precision == Precision::single) {
    assert(bytes.size() == values.size_bytes());
    std::memcpy(values.data(), bytes.data(), bytes.size());
    return;
  }
  assert(bytes.size() == values.size() * sizeof(std::uint16_t));
  for (std::size_t index = 0; index < values.size(); ++index) {
    const int half = bytes[2 * index] | bytes[2 * index + 1] << 8;
    values[index] = from_half(static_cast<std::uint16_t>(half));
  }
}

}  // namespace inkling::model
