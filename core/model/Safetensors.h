#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/base/Result.h"

namespace inkling::model {

/// A safetensors file taken apart: 8 bytes with the length of a JSON header, the header, and the tensors'
/// bytes (Hugging Face's format, version 0.4). Little-endian.
struct Safetensors {
  struct Tensor {
    std::string name;
    std::string dtype;  // "F32" or "F16"
    std::vector<std::int64_t> shape;
    std::span<const std::uint8_t> bytes;  // within the body
  };

  std::map<std::string, std::string> metadata;
  std::vector<Tensor> tensors;         // in the order in which they lie in the body
  std::span<const std::uint8_t> body;  // all tensors, without gaps
};

/// Checks everything that the format promises and trusts nothing: the header within the file and at most 64
/// KB, valid JSON without duplicate keys, known types, shapes whose sizes do not overflow and agree with the
/// offsets, tensors that fill the body without gaps or overlaps. The result refers into `file`.
Result<Safetensors> parse_safetensors(std::span<const std::uint8_t> file);

/// The bytes of a file with these tensors, one after the other in the order given, and metadata. The tensors'
/// bytes are taken from `body`; `tensors` need name, dtype and shape only.
std::vector<std::uint8_t> write_safetensors(const Safetensors& content);

}  // namespace inkling::model
