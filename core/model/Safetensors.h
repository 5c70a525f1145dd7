// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"

namespace inkling::model {

/// How a file stores weights. In memory they are always 32-bit floats.
enum class Precision { single, half };

/// "single" or "half".
std::string_view name_of(Precision precision);

/// The type's name in safetensors: "F32" or "F16".
std::string_view dtype_of(Precision precision);

/// The inverse of dtype_of(); nullopt for any other type.
std::optional<Precision> parse_dtype(std::string_view dtype);

/// The size of one stored weight.
std::size_t bytes_per_weight(Precision precision);

/// The weights as little-endian bytes, rounded to the nearest value of that precision.
std::vector<std::uint8_t> encode_weights(std::span<const float> weights, Precision precision);

/// The inverse of encode_weights(). `bytes` holds exactly weights.size() weights.
void decode_weights(std::span<const std::uint8_t> bytes, Precision precision, std::span<float> weights);

/// The content of a safetensors file: 8 bytes with the length of a JSON header, the header, and the body with
/// the tensors' bytes (Hugging Face's format, version 0.4). Little-endian.
struct Safetensors {
  struct Tensor {
    std::string name;
    std::string dtype;  // "F32" or "F16"
    std::vector<std::int64_t> shape;
    std::span<const std::uint8_t> bytes;  // part of the body
  };

  std::map<std::string, std::string> metadata;
  std::vector<Tensor> tensors;         // in the order of their offsets
  std::span<const std::uint8_t> body;  // all tensors, without gaps
};

/// Parses an untrusted file. The header must be at most 256 KB of valid JSON without duplicate keys and be
/// padded with spaces only; each tensor needs a known type, and a shape that matches its offsets; the tensors
/// must fill the body without gaps or overlaps, in any order. The result refers to `file`.
Result<Safetensors> parse_safetensors(std::span<const std::uint8_t> file);

/// The JSON header of a file with this metadata and these tensors, one after the other in the order given.
std::string safetensors_header(const Safetensors& content);

/// The file itself. Takes the tensors' bytes from `body`; `tensors` need only name, dtype and shape.
std::vector<std::uint8_t> write_safetensors(const Safetensors& content);

}  // namespace inkling::model
