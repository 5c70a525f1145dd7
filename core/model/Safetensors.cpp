#include "core/model/Safetensors.h"

#include <algorithm>
#include <optional>

#include "core/base/Json.h"
#include "core/model/Precision.h"

namespace inkling::model {

namespace {

constexpr std::string_view metadata_key = "__metadata__";
constexpr std::size_t length_bytes = 8, largest_header = 64 * 1024, most_axes = 4;

Error refuse(const std::string& reason) {
  return {"This is not a usable safetensors file: " + reason + "."};
}

/// The size in bytes of one element, or 0 for a type that is not read here.
std::size_t element_size(const std::string& dtype) {
  const auto precision = precision_of(dtype);
  return precision ? size_of(*precision) : 0;
}

std::uint64_t little_endian(std::span<const std::uint8_t> bytes) {
  std::uint64_t value = 0;
  for (std::size_t byte = 0; byte < length_bytes; ++byte) value |= std::uint64_t{bytes[byte]} << (8 * byte);
  return value;
}

std::optional<std::map<std::string, std::string>> read_metadata(const JsonValue& json) {
  if (!json.is_object()) return std::nullopt;
  std::map<std::string, std::string> metadata;
  for (std::size_t index = 0; index < json.items.size(); ++index) {
    if (!json.items[index].is_string()) return std::nullopt;
    metadata[json.keys[index]] = json.items[index].string;
  }
  return metadata;
}

/// The extents of a tensor of no more than `limit` bytes; nothing for anything else.
std::optional<std::vector<std::int64_t>> read_shape(const JsonValue& json, std::size_t element,
                                                    std::uint64_t limit) {
  if (!json.is_array() || json.items.size() > most_axes) return std::nullopt;
  std::vector<std::int64_t> shape;
  std::uint64_t bytes = element;
  for (const JsonValue& extent : json.items) {
    const auto count = extent.as_uint64();
    if (!count || *count == 0 || *count > limit / bytes) return std::nullopt;
    bytes *= *count;
    shape.push_back(static_cast<std::int64_t>(*count));
  }
  return shape;
}

/// How many bytes a tensor has.
std::uint64_t byte_count(const Safetensors::Tensor& tensor) {
  std::uint64_t bytes = element_size(tensor.dtype);
  for (const std::int64_t extent : tensor.shape) bytes *= static_cast<std::uint64_t>(extent);
  return bytes;
}

struct PlacedTensor {
  Safetensors::Tensor tensor;
  std::uint64_t begin = 0, end = 0;
};

std::optional<std::pair<std::uint64_t, std::uint64_t>> read_offsets(const JsonValue& json) {
  if (!json.is_array() || json.items.size() != 2) return std::nullopt;
  const auto begin = json.items[0].as_uint64(), end = json.items[1].as_uint64();
  if (!begin || !end) return std::nullopt;
  return std::pair(*begin, *end);
}

Result<PlacedTensor> read_tensor(const std::string& name, const JsonValue& json,
                                 std::span<const std::uint8_t> body) {
  const std::string tensor = "tensor \"" + name.substr(0, 80) + "\" ";
  const JsonValue *dtype = json.find("dtype"), *shape = json.find("shape"),
                  *offsets = json.find("data_offsets");
  if (!dtype || !shape || !offsets || json.items.size() != 3) {
    return refuse(tensor + "must have dtype, shape and data_offsets");
  }
  const std::size_t element = element_size(dtype->string);
  if (element == 0) return refuse(tensor + "has a type other than F32 and F16");
  auto extents = read_shape(*shape, element, body.size());
  if (!extents) return refuse(tensor + "has a shape that does not fit into the file");
  const auto ends = read_offsets(*offsets);
  if (!ends) return refuse(tensor + "has no valid offsets");
  PlacedTensor placed{{name, dtype->string, std::move(*extents), {}}, ends->first, ends->second};
  const std::uint64_t bytes = byte_count(placed.tensor);
  if (placed.begin > placed.end || placed.end > body.size() || placed.end - placed.begin != bytes) {
    return refuse(tensor + "has offsets that do not agree with its shape");
  }
  placed.tensor.bytes = body.subspan(static_cast<std::size_t>(placed.begin), static_cast<std::size_t>(bytes));
  return placed;
}

Status read_tensors(const JsonValue& header, Safetensors& content) {
  std::vector<PlacedTensor> placed;
  for (std::size_t index = 0; index < header.items.size(); ++index) {
    if (header.keys[index] == metadata_key) continue;
    auto tensor = read_tensor(header.keys[index], header.items[index], content.body);
    if (!tensor) return tensor.error();
    placed.push_back(std::move(tensor).value());
  }
  std::sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
  std::uint64_t filled = 0;
  for (PlacedTensor& entry : placed) {
    if (entry.begin != filled) return refuse("its tensors leave gaps or overlap");
    filled = entry.end;
    content.tensors.push_back(std::move(entry.tensor));
  }
  if (filled != content.body.size()) return refuse("there are bytes after the last tensor");
  return success();
}

std::string_view as_text(std::span<const std::uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string write_metadata(const std::map<std::string, std::string>& metadata) {
  std::string entries;
  for (const auto& [key, value] : metadata) {
    entries += (entries.empty() ? "" : ",") + json_string(key) + ":" + json_string(value);
  }
  return "{" + entries + "}";
}

std::string write_tensor(const Safetensors::Tensor& tensor, std::uint64_t begin) {
  std::string shape;
  for (const std::int64_t extent : tensor.shape) shape += (shape.empty() ? "" : ",") + std::to_string(extent);
  const std::string offsets = std::to_string(begin) + "," + std::to_string(begin + byte_count(tensor));
  return json_string(tensor.name) + ":{\"dtype\":" + json_string(tensor.dtype) + ",\"shape\":[" + shape +
         "],\"data_offsets\":[" + offsets + "]}";
}

std::string write_header(const Safetensors& content) {
  std::string entries;
  if (!content.metadata.empty()) entries = json_string(metadata_key) + ":" + write_metadata(content.metadata);
  std::uint64_t begin = 0;
  for (const Safetensors::Tensor& tensor : content.tensors) {
    entries += (entries.empty() ? "" : ",") + write_tensor(tensor, begin);
    begin += byte_count(tensor);
  }
  return "{" + entries + "}";
}

}  // namespace

Result<Safetensors> parse_safetensors(std::span<const std::uint8_t> file) {
  if (file.size() < length_bytes) return refuse("it has only " + std::to_string(file.size()) + " bytes");
  const std::uint64_t header_size = little_endian(file);
  if (header_size > largest_header) return refuse("its header is longer than 64 KB");
  if (header_size > file.size() - length_bytes) return refuse("it ends within its header");
  const auto header = parse_json(as_text(file.subspan(length_bytes, static_cast<std::size_t>(header_size))));
  if (!header || !header->is_object()) return refuse("its header is not valid JSON with each key once");
  Safetensors content;
  content.body = file.subspan(length_bytes + static_cast<std::size_t>(header_size));
  if (const JsonValue* json = header->find(metadata_key)) {
    auto metadata = read_metadata(*json);
    if (!metadata) return refuse("its metadata must be text");
    content.metadata = std::move(*metadata);
  }
  const Status status = read_tensors(*header, content);
  if (!status) return status.error();
  return content;
}

std::vector<std::uint8_t> write_safetensors(const Safetensors& content) {
  std::string header = write_header(content);
  header.resize((header.size() + 7) / 8 * 8, ' ');  // so that the tensors lie aligned
  std::vector<std::uint8_t> file;
  file.reserve(length_bytes + header.size() + content.body.size());
  for (std::size_t byte = 0; byte < length_bytes; ++byte) {
    file.push_back(static_cast<std::uint8_t>(std::uint64_t{header.size()} >> (8 * byte)));
  }
  file.insert(file.end(), header.begin(), header.end());
  file.insert(file.end(), content.body.begin(), content.body.end());
  return file;
}

}  // namespace inkling::model
