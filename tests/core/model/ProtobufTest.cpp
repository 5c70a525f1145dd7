// SPDX-License-Identifier: MIT
#include "core/model/Protobuf.h"

#include <doctest/doctest.h>

using namespace inkling;
using namespace inkling::model;

namespace {

using Bytes = std::vector<std::uint8_t>;

}  // namespace

TEST_CASE("protobuf fields are encoded as in the examples of the specification") {
  CHECK(ProtobufMessage().add_integer(1, 150).encoded() == Bytes{0x08, 0x96, 0x01});
  CHECK(ProtobufMessage().add_string(2, "testing").encoded() ==
        Bytes{0x12, 0x07, 't', 'e', 's', 't', 'i', 'n', 'g'});
  CHECK(ProtobufMessage().add_message(3, ProtobufMessage().add_integer(1, 150)).encoded() ==
        Bytes{0x1a, 0x03, 0x08, 0x96, 0x01});
}

TEST_CASE("protobuf tags of fields above 15 and 64-bit integers take more bytes") {
  CHECK(ProtobufMessage().add_integer(20, 7).encoded() == Bytes{0xa0, 0x01, 0x07});
  Bytes largest(11, 0xff);
  largest.front() = 0x08;
  largest.back() = 0x01;
  CHECK(ProtobufMessage().add_integer(1, ~std::uint64_t{0}).encoded() == largest);
}

TEST_CASE("protobuf floats are four bytes, little-endian") {
  CHECK(ProtobufMessage().add_float(2, 1.0f).encoded() == Bytes{0x15, 0x00, 0x00, 0x80, 0x3f});
}
