// SPDX-License-Identifier: MIT
#include "core/model/Safetensors.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
using namespace inkling;
using namespace inkling::model;

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes file_of(const std::string& header, const Bytes& body = {}) {
  Bytes file;
  for (std::size_t byte = 0; byte < 8; ++byte)
    file.push_back(static_cast<std::uint8_t>(std::uint64_t{header.size()} >> (8 * byte)));
  std::ranges::copy(header, std::back_inserter(file));
  std::ranges::copy(body, std::back_inserter(file));
  return file;
}

std::string refusal(const Bytes& file) {
  const auto content = parse_safetensors(file);
  if (content.ok()) return "accepted";
  const std::string message = content.error().message, opening = "This is not a valid safetensors file: ";
  CHECK(message.starts_with(opening));
  return message.substr(opening.size());
}

std::string one_tensor(const std::string& dtype, const std::string& shape, const std::string& offsets) {
  return R"({"a":{"dtype":")" + dtype + R"(","shape":)" + shape + R"(,"data_offsets":)" + offsets + "}}";
}

std::string two_tensors(const std::string& offsets_of_a, const std::string& offsets_of_b) {
  const std::string a = one_tensor("F16", "[1]", offsets_of_a);
  return a.substr(0, a.size() - 1) + R"(,"b":{"dtype":"F16","shape":[1],"data_offsets":)" + offsets_of_b +
         "}}";
}

}  // namespace

TEST_CASE("a malformed safetensors header is refused") {
  CHECK(refusal({}) == "it has only 0 bytes.");
  CHECK(refusal({1, 2, 3}) == "it has only 3 bytes.");
  CHECK(refusal({255, 255, 255, 255, 255, 255, 255, 255, '{', '}'}) == "its header is longer than 256 KB.");
  CHECK(refusal({200, 0, 0, 0, 0, 0, 0, 0, '{', '}'}) == "it ends within its header.");
  CHECK(refusal(file_of("{}  ")) == "accepted");
  const std::string not_json = "its header is not a valid JSON object without duplicate keys.";
  CHECK(refusal(file_of("{")) == not_json);
  CHECK(refusal(file_of("[]")) == not_json);
  CHECK(refusal(file_of(" {}")) == not_json);
  CHECK(refusal(file_of("{} \n")) == not_json);
  CHECK(refusal(file_of("{\"\xff\":1}")) == not_json);
  CHECK(refusal(file_of(R"({"a":1,"a":2})")) == not_json);
  CHECK(refusal(file_of(std::string(60'000, '['))) == not_json);
  CHECK(refusal(file_of(R"({"__metadata__":{"a":1}})")) == "its metadata must be text.");
}

TEST_CASE("a malformed safetensors tensor is refused") {
  const Bytes four(4);
  CHECK(refusal(file_of(one_tensor("F32", "[1]", "[0,4]"), four)) == "accepted");
  CHECK(refusal(file_of(one_tensor("F16", "[2]", "[0,4]"), four)) == "accepted");
  CHECK(refusal(file_of(R"({"a":{"dtype":"F32"}})")) == "tensor \"a\" needs dtype, shape and data_offsets.");
  CHECK(refusal(file_of(one_tensor("I8", "[4]", "[0,4]"), four)) == "tensor \"a\" is neither F32 nor F16.");
  const std::string shape = "tensor \"a\" has an invalid shape, or one larger than the file.";
  CHECK(refusal(file_of(one_tensor("F32", "[2]", "[0,8]"), four)) == shape);
  CHECK(refusal(file_of(one_tensor("F16", "[3]", "[0,6]"), four)) == shape);
  CHECK(refusal(file_of(one_tensor("F32", "[-1]", "[0,4]"), four)) == shape);
  CHECK(refusal(file_of(one_tensor("F32", "[0]", "[0,0]"), four)) == shape);
  CHECK(refusal(file_of(one_tensor("F32", "[1,1,1,1,1]", "[0,4]"), four)) == shape);
  CHECK(refusal(file_of(one_tensor("F32", "[4294967296,4294967296]", "[0,4]"), four)) == shape);
  CHECK(refusal(file_of(one_tensor("F32", "[1073741825]", "[0,4]"), four)) == shape);
  const std::string invalid_offsets = "tensor \"a\" has invalid offsets.";
  CHECK(refusal(file_of(one_tensor("F32", "[1]", "[0]"), four)) == invalid_offsets);
  CHECK(refusal(file_of(one_tensor("F32", "[1]", "[18446744073709551612,0]"), four)) == invalid_offsets);
  const std::string mismatch = "tensor \"a\" has offsets that don't match its shape.";
  CHECK(refusal(file_of(one_tensor("F32", "[1]", "[4,0]"), four)) == mismatch);
  CHECK(refusal(file_of(one_tensor("F16", "[1]", "[0,4]"), four)) == mismatch);
  CHECK(refusal(file_of(one_tensor("F32", "[1]", "[0,3]"), four)) == mismatch);
  CHECK(refusal(file_of(one_tensor("F32", "[1]", "[4,8]"), four)) == mismatch);
}

TEST_CASE("safetensors may lie in any order, but without gaps or overlaps") {
  const Bytes body = {1, 2, 3, 4};
  const Bytes file = file_of(two_tensors("[2,4]", "[0,2]"), body);
  const auto content = parse_safetensors(file);
  REQUIRE(content.ok());
  CHECK(content.value().tensors[0].name == "b");
  CHECK(content.value().tensors[1].name == "a");
  CHECK(content.value().tensors[1].bytes[0] == 3);
  CHECK(refusal(file_of(two_tensors("[0,2]", "[0,2]"), body)) == "its tensors leave gaps or overlap.");
  CHECK(refusal(file_of(two_tensors("[0,2]", "[1,3]"), body)) == "its tensors leave gaps or overlap.");
  CHECK(refusal(file_of(one_tensor("F32", "[1]", "[4,8]"), Bytes(8))) ==
        "its tensors leave gaps or overlap.");
  CHECK(refusal(file_of(one_tensor("F32", "[1]", "[0,4]"), Bytes(8))) ==
        "there are bytes after the last tensor.");
}

TEST_CASE("safetensors written and parsed are the same") {
  const Bytes body = {1, 2, 3, 4, 5, 6};
  const Safetensors content{
      {{"key", "a \"value\""}}, {{"x", "F32", {1}, {}}, {"y", "F16", {1, 1}, {}}}, body};
  const Bytes file = write_safetensors(content);
  CHECK((file.size() - body.size()) % 8 == 0);
  const auto parsed = parse_safetensors(file);
  REQUIRE(parsed.ok());
  CHECK(parsed.value().metadata == content.metadata);
  REQUIRE(parsed.value().tensors.size() == 2);
  CHECK(parsed.value().tensors[1].name == "y");
  CHECK(parsed.value().tensors[1].shape == std::vector<std::int64_t>{1, 1});
  CHECK(parsed.value().tensors[1].bytes.data() == parsed.value().body.data() + 4);
}
