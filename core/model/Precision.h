#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace inkling::model {

/// What a file holds its weights in; they are worked with as 32-bit floats all the same.
enum class Precision { single, half };

/// "single" or "half".
std::string_view name_of(Precision precision);

/// Of one value in a file, in bytes.
std::size_t size_of(Precision precision);

/// As safetensors files call it: "F32" or "F16".
std::string_view dtype_of(Precision precision);

/// The other way round; nothing for any other type.
std::optional<Precision> precision_of(std::string_view dtype);

/// The values as a file holds them, little-endian, each rounded to the nearest that there is.
std::vector<std::uint8_t> encode(std::span<const float> values, Precision precision);

/// What encode() wrote. `bytes` holds exactly as many values as there is room for.
void decode(std::span<const std::uint8_t> bytes, Precision precision, std::span<float> values);

}  // namespace inkling::model
