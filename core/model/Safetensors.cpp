#include "core/model/Safetensors.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "core/model/Precision.h"

namespace inkling {

namespace {

using Json = nlohmann::json;

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

/// Parses JSON, refusing what the library would let pass: the same key twice in one object.
std::optional<Json> parse_strictly(std::span<const std::uint8_t> text) {
  std::vector<std::set<std::string>> keys;
  bool duplicate = false;
  const auto watch = [&](int /*depth*/, Json::parse_event_t event, Json& parsed) {
    if (event == Json::parse_event_t::object_start) keys.emplace_back();
    if (event == Json::parse_event_t::key) duplicate |= !keys.back().insert(parsed.get<std::string>()).second;
    if (event == Json::parse_event_t::object_end) keys.pop_back();
    return true;
  };
  Json json = Json::parse(text.begin(), text.end(), watch, false);
  if (duplicate || !json.is_object()) return std::nullopt;
  return json;
}

std::optional<std::map<std::string, std::string>> read_metadata(const Json& json) {
  if (!json.is_object()) return std::nullopt;
  std::map<std::string, std::string> metadata;
  for (const auto& [key, value] : json.items()) {
    if (!value.is_string()) return std::nullopt;
    metadata[key] = value.get<std::string>();
  }
  return metadata;
}

/// The bytes that a shape asks for, or nothing if it is malformed or asks for more than `limit`.
std::optional<std::uint64_t> byte_count(const Json& shape, std::size_t element, std::uint64_t limit) {
  if (!shape.is_array() || shape.size() > most_axes) return std::nullopt;
  std::uint64_t bytes = element;
  for (const Json& extent : shape) {
    if (!extent.is_number_unsigned()) return std::nullopt;
    const auto count = extent.get<std::uint64_t>();
    if (count == 0 || count > limit / bytes) return std::nullopt;
    bytes *= count;
  }
  return bytes;
}

struct PlacedTensor {
  Safetensors::Tensor tensor;
  std::uint64_t begin = 0, end = 0;
};

Result<PlacedTensor> read_tensor(const std::string& name, const Json& json,
                                 std::span<const std::uint8_t> body) {
  const std::string tensor = "tensor \"" + name.substr(0, 80) + "\" ";
  if (!json.is_object() || json.size() != 3 || !json.contains("dtype") || !json.contains("shape") ||
      !json.contains("data_offsets")) {
    return refuse(tensor + "must have dtype, shape and data_offsets");
  }
  const Json &dtype = json["dtype"], &shape = json["shape"], &offsets = json["data_offsets"];
  if (!dtype.is_string() || element_size(dtype.get<std::string>()) == 0) {
    return refuse(tensor + "has a type other than F32 and F16");
  }
  const auto bytes = byte_count(shape, element_size(dtype.get<std::string>()), body.size());
  if (!bytes) return refuse(tensor + "has a shape that does not fit into the file");
  if (!offsets.is_array() || offsets.size() != 2 || !offsets[0].is_number_unsigned() ||
      !offsets[1].is_number_unsigned()) {
    return refuse(tensor + "has no valid offsets");
  }
  const auto begin = offsets[0].get<std::uint64_t>(), end = offsets[1].get<std::uint64_t>();
  if (begin > end || end > body.size() || end - begin != *bytes) {
    return refuse(tensor + "has offsets that do not agree with its shape");
  }
  return PlacedTensor{{name, dtype.get<std::string>(), shape.get<std::vector<std::int64_t>>(),
                       body.subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(*bytes))},
                      begin,
                      end};
}

Status read_tensors(const Json& header, Safetensors& content) {
  std::vector<PlacedTensor> placed;
  for (const auto& [name, json] : header.items()) {
    if (name == "__metadata__") continue;
    auto tensor = read_tensor(name, json, content.body);
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

}  // namespace

Result<Safetensors> parse_safetensors(std::span<const std::uint8_t> file) {
  if (file.size() < length_bytes) return refuse("it has only " + std::to_string(file.size()) + " bytes");
  const std::uint64_t header_size = little_endian(file);
  if (header_size > largest_header) return refuse("its header is longer than 64 KB");
  if (header_size > file.size() - length_bytes) return refuse("it ends within its header");
  const auto header = parse_strictly(file.subspan(length_bytes, static_cast<std::size_t>(header_size)));
  if (!header) return refuse("its header is not valid JSON with each key once");
  Safetensors content;
  content.body = file.subspan(length_bytes + static_cast<std::size_t>(header_size));
  if (header->contains("__metadata__")) {
    auto metadata = read_metadata((*header)["__metadata__"]);
    if (!metadata) return refuse("its metadata must be text");
    content.metadata = std::move(*metadata);
  }
  const Status status = read_tensors(*header, content);
  if (!status) return status.error();
  return content;
}

std::vector<std::uint8_t> write_safetensors(const Safetensors& content) {
  Json header = Json::object();
  if (!content.metadata.empty()) header["__metadata__"] = content.metadata;
  std::size_t begin = 0;
  for (const Safetensors::Tensor& tensor : content.tensors) {
    std::size_t end = begin + element_size(tensor.dtype);
    for (const std::int64_t extent : tensor.shape)
      end = begin + (end - begin) * static_cast<std::size_t>(extent);
    header[tensor.name] = {{"dtype", tensor.dtype}, {"shape", tensor.shape}, {"data_offsets", {begin, end}}};
    begin = end;
  }
  std::string text = header.dump();
  text.resize((text.size() + 7) / 8 * 8, ' ');  // so that the tensors lie aligned
  std::vector<std::uint8_t> file;
  file.reserve(length_bytes + text.size() + content.body.size());
  for (std::size_t byte = 0; byte < length_bytes; ++byte) {
    file.push_back(static_cast<std::uint8_t>(std::uint64_t{text.size()} >> (8 * byte)));
  }
  file.insert(file.end(), text.begin(), text.end());
  file.insert(file.end(), content.body.begin(), content.body.end());
  return file;
}

}  // namespace inkling
