// SPDX-License-Identifier: MIT
#include "core/model/Safetensors.h"

#include <algorithm>
#include <cassert>
#include <cstring>

#include "core/base/HalfFloat.h"
#include "core/base/JsonParser.h"

namespace inkling::model {

std::string_view name_of(Precision precision) {
  return precision == Precision::half ? "half" : "single";
}

std::size_t bytes_per_weight(Precision precision) {
  return precision == Precision::half ? sizeof(std::uint16_t) : sizeof(float);
}

std::string_view dtype_of(Precision precision) {
  return precision == Precision::half ? "F16" : "F32";
}

std::optional<Precision> parse_dtype(std::string_view dtype) {
  for (const Precision precision : {Precision::single, Precision::half}) {
    if (dtype == dtype_of(precision)) return precision;
  }
  return std::nullopt;
}

std::vector<std::uint8_t> encode_weights(std::span<const float> weights, Precision precision) {
  if (precision == Precision::single) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(weights.data());
    return {bytes, bytes + weights.size_bytes()};
  }
  std::vector<std::uint8_t> bytes;
  bytes.reserve(weights.size() * sizeof(std::uint16_t));
  for (const float weight : weights) {
    const std::uint16_t half = to_half(weight);
    bytes.push_back(static_cast<std::uint8_t>(half));
    bytes.push_back(static_cast<std::uint8_t>(half >> 8));
  }
  return bytes;
}

void decode_weights(std::span<const std::uint8_t> bytes, Precision precision, std::span<float> weights) {
  if (precision == Precision::single) {
    assert(bytes.size() == weights.size_bytes());
    std::memcpy(weights.data(), bytes.data(), bytes.size());
    return;
  }
  assert(bytes.size() == weights.size() * sizeof(std::uint16_t));
  for (std::size_t index = 0; index < weights.size(); ++index) {
    const int half = bytes[2 * index] | bytes[2 * index + 1] << 8;
    weights[index] = from_half(static_cast<std::uint16_t>(half));
  }
}

namespace {

constexpr std::string_view metadata_key = "__metadata__";
constexpr std::size_t length_bytes = 8, max_header_bytes = 256 * 1024, max_rank = 4;

Error refuse_file(const std::string& reason) {
  return Error{"This is not a valid safetensors file: " + reason + "."}.with_code("damagedModel");
}

/// The size of one element, or 0 for an unsupported type.
std::size_t element_bytes(const std::string& dtype) {
  const auto precision = parse_dtype(dtype);
  return precision ? bytes_per_weight(*precision) : 0;
}

std::uint64_t read_length(std::span<const std::uint8_t> file) {
  std::uint64_t length = 0;
  for (std::size_t byte = 0; byte < length_bytes; ++byte) length |= std::uint64_t{file[byte]} << (8 * byte);
  return length;
}

std::optional<std::map<std::string, std::string>> parse_metadata(const JsonValue& json) {
  if (!json.is_object()) return std::nullopt;
  std::map<std::string, std::string> metadata;
  for (std::size_t index = 0; index < json.items.size(); ++index) {
    if (!json.items[index].is_string()) return std::nullopt;
    metadata[json.keys[index]] = json.items[index].string;
  }
  return metadata;
}

/// The shape of a tensor of at most `max_bytes`; nullopt for anything else.
std::optional<std::vector<std::int64_t>> parse_shape(const JsonValue& json, std::size_t element_bytes,
                                                     std::uint64_t max_bytes) {
  if (!json.is_array() || json.items.size() > max_rank) return std::nullopt;
  std::vector<std::int64_t> shape;
  std::uint64_t bytes = element_bytes;
  for (const JsonValue& item : json.items) {
    const auto extent = item.as_uint64();
    if (!extent || *extent == 0 || *extent > max_bytes / bytes) return std::nullopt;
    bytes *= *extent;
    shape.push_back(static_cast<std::int64_t>(*extent));
  }
  return shape;
}

std::uint64_t tensor_bytes(const Safetensors::Tensor& tensor) {
  std::uint64_t bytes = element_bytes(tensor.dtype);
  for (const std::int64_t extent : tensor.shape) bytes *= static_cast<std::uint64_t>(extent);
  return bytes;
}

struct Offsets {
  std::uint64_t begin = 0, end = 0;
};

std::optional<Offsets> parse_offsets(const JsonValue& json) {
  if (!json.is_array() || json.items.size() != 2) return std::nullopt;
  const auto begin = json.items[0].as_uint64(), end = json.items[1].as_uint64();
  if (!begin || !end) return std::nullopt;
  return Offsets{*begin, *end};
}

Result<Safetensors::Tensor> parse_tensor(const std::string& name, const JsonValue& json,
                                         std::span<const std::uint8_t> body) {
  const std::string subject = "tensor \"" + name.substr(0, 80) + "\" ";
  const JsonValue *dtype = json.find("dtype"), *shape = json.find("shape"),
                  *offsets = json.find("data_offsets");
  if (!dtype || !shape || !offsets || json.items.size() != 3)
    return refuse_file(subject + "needs dtype, shape and data_offsets");
  const std::size_t element = element_bytes(dtype->string);
  if (element == 0) return refuse_file(subject + "is neither F32 nor F16");
  auto extents = parse_shape(*shape, element, body.size());
  if (!extents) return refuse_file(subject + "has an invalid shape, or one larger than the file");
  const auto range = parse_offsets(*offsets);
  if (!range) return refuse_file(subject + "has invalid offsets");
  Safetensors::Tensor tensor{name, dtype->string, std::move(*extents), {}};
  const std::uint64_t bytes = tensor_bytes(tensor);
  if (range->begin > range->end || range->end > body.size() || range->end - range->begin != bytes)
    return refuse_file(subject + "has offsets that don't match its shape");
  tensor.bytes = body.subspan(static_cast<std::size_t>(range->begin), static_cast<std::size_t>(bytes));
  return tensor;
}

Status parse_tensors(const JsonValue& header, Safetensors& content) {
  for (std::size_t index = 0; index < header.items.size(); ++index) {
    if (header.keys[index] == metadata_key) continue;
    auto tensor = parse_tensor(header.keys[index], header.items[index], content.body);
    if (!tensor) return tensor.error();
    content.tensors.push_back(std::move(tensor).value());
  }
  std::ranges::sort(content.tensors, {}, [](const auto& tensor) { return tensor.bytes.data(); });
  const std::uint8_t* end = content.body.data();
  for (const Safetensors::Tensor& tensor : content.tensors) {
    if (tensor.bytes.data() != end) return refuse_file("its tensors leave gaps or overlap");
    end += tensor.bytes.size();
  }
  if (end != content.body.data() + content.body.size())
    return refuse_file("there are bytes after the last tensor");
  return success();
}

std::string_view as_text(std::span<const std::uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// As the format demands, so that no byte of a header may change unnoticed.
bool padded_with_spaces(std::string_view header) {
  const std::size_t last = header.find_last_not_of(' ');
  return last != std::string_view::npos && header.front() == '{' && header[last] == '}';
}

std::string metadata_json(const std::map<std::string, std::string>& metadata) {
  std::string entries;
  for (const auto& [key, value] : metadata)
    entries += (entries.empty() ? "" : ",") + json_string(key) + ":" + json_string(value);
  return "{" + entries + "}";
}

std::string tensor_json(const Safetensors::Tensor& tensor, std::uint64_t begin) {
  std::string shape;
  for (const std::int64_t extent : tensor.shape) shape += (shape.empty() ? "" : ",") + std::to_string(extent);
  const std::string offsets = std::to_string(begin) + "," + std::to_string(begin + tensor_bytes(tensor));
  return json_string(tensor.name) + ":{\"dtype\":" + json_string(tensor.dtype) + ",\"shape\":[" + shape +
         "],\"data_offsets\":[" + offsets + "]}";
}

}  // namespace

Result<Safetensors> parse_safetensors(std::span<const std::uint8_t> file) {
  if (file.size() < length_bytes) return refuse_file("it has only " + std::to_string(file.size()) + " bytes");
  const std::uint64_t header_size = read_length(file);
  if (header_size > max_header_bytes) return refuse_file("its header is longer than 256 KB");
  if (header_size > file.size() - length_bytes) return refuse_file("it ends within its header");
  const auto text = as_text(file.subspan(length_bytes, static_cast<std::size_t>(header_size)));
  const auto header = parse_json(text);
  if (!header || !header->is_object() || !padded_with_spaces(text))
    return refuse_file("its header is not a valid JSON object without duplicate keys");
  Safetensors content;
  content.body = file.subspan(length_bytes + static_cast<std::size_t>(header_size));
  if (const JsonValue* json = header->find(metadata_key)) {
    auto metadata = parse_metadata(*json);
    if (!metadata) return refuse_file("its metadata must be text");
    content.metadata = std::move(*metadata);
  }
  if (const Status status = parse_tensors(*header, content); !status) return status.error();
  return content;
}

std::string safetensors_header(const Safetensors& content) {
  std::string entries;
  if (!content.metadata.empty()) entries = json_string(metadata_key) + ":" + metadata_json(content.metadata);
  std::uint64_t begin = 0;
  for (const Safetensors::Tensor& tensor : content.tensors) {
    entries += (entries.empty() ? "" : ",") + tensor_json(tensor, begin);
    begin += tensor_bytes(tensor);
  }
  return "{" + entries + "}";
}

std::vector<std::uint8_t> write_safetensors(const Safetensors& content) {
  std::string header = safetensors_header(content);
  header.resize((header.size() + 7) / 8 * 8, ' ');  // aligns the body
  std::vector<std::uint8_t> file;
  file.reserve(length_bytes + header.size() + content.body.size());
  for (std::size_t byte = 0; byte < length_bytes; ++byte)
    file.push_back(static_cast<std::uint8_t>(std::uint64_t{header.size()} >> (8 * byte)));
  file.insert(file.end(), header.begin(), header.end());
  file.insert(file.end(), content.body.begin(), content.body.end());
  return file;
}

}  // namespace inkling::model
