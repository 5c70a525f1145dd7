#include "core/model/Protobuf.h"

#include <doctest/doctest.h>

using namespace inkling;
using namespace inkling::model;

namespace {

using Bytes = std::vector<std::uint8_t>;

}  // namespace

TEST_CASE("protobuf fields are written as the examples of its specification") {
  CHECK(Protobuf().number(1, 150).encoded() == Bytes{0x08, 0x96, 0x01});
  CHECK(Protobuf().text(2, "testing").encoded() == Bytes{0x12, 0x07, 't', 'e', 's', 't', 'i', 'n', 'g'});
  CHECK(Protobuf().message(3, Protobuf().number(1, 150)).encoded() == Bytes{0x1a, 0x03, 0x08, 0x96, 0x01});
}

TEST_CASE("protobuf keys of fields above 15 and numbers of 64 bits take more bytes") {
  CHECK(Protobuf().number(20, 7).encoded() == Bytes{0xa0, 0x01, 0x07});
  Bytes most(11, 0xff);
  most.front() = 0x08;
  most.back() = 0x01;
  CHECK(Protobuf().number(1, ~std::uint64_t{0}).encoded() == most);
}

TEST_CASE("protobuf floats are four bytes, the lowest first") {
  CHECK(Protobuf().real(2, 1.0f).encoded() == Bytes{0x15, 0x00, 0x00, 0x80, 0x3f});
}
