// SPDX-License-Identifier: MIT
#include "core/cli/files/Inflater.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/base/Random.h"
#include "tests/core/cli/TemporaryFolder.h"

using namespace inkling;
using namespace inkling::cli;
using namespace inkling::testing;

namespace {

constexpr std::uint64_t plenty = 1 << 30;

Result<std::string> unpack(std::string_view packed, std::size_t chunk, std::uint64_t max_bytes = plenty) {
  Inflater inflater(max_bytes);
  std::string bytes;
  const auto sink = [&bytes](std::span<const char> piece) {
    bytes.append(piece.data(), piece.size());
    return success();
  };
  for (; !packed.empty(); packed.remove_prefix(std::min(chunk, packed.size()))) {
    if (Status status = inflater.push(packed.substr(0, chunk), sink); !status) return status.error();
  }
  if (Status status = inflater.finish(); !status) return status.error();
  return bytes;
}

std::string random_text(std::size_t size) {
  Random random(1);
  std::string text(size, '0');
  for (char& character : text) character = static_cast<char>('0' + random.below(10));
  return text;
}

}  // namespace

TEST_CASE("gzip is decompressed from chunks of any size") {
  const std::string text = random_text(300000);
  for (const std::size_t chunk : {1, 1000, 1 << 20}) CHECK(unpack(gzip(text), chunk).value() == text);
  CHECK(unpack(gzip(""), 1).value().empty());
  const std::string zeros(1 << 22, '0');  // one chunk in, many pieces out
  CHECK(unpack(gzip(zeros), 1 << 20).value() == zeros);
  CHECK(unpack(gzip(std::string(1 << 17, '0')), 1 << 20).value().size() == 1 << 17);
}

TEST_CASE("concatenated gzip files are one") {
  for (const std::size_t chunk : {1, 7, 1000}) {
    CHECK(unpack(gzip("first,") + gzip("") + gzip("second"), chunk).value() == "first,second");
  }
}

TEST_CASE("zeros after a gzip file are ignored, and a file after these is read") {
  const std::string zeros(700, '\0');
  for (const std::size_t chunk : {1, 7, 1000}) {
    CHECK(unpack(gzip("first") + zeros, chunk).value() == "first");
    CHECK(unpack(gzip("first") + zeros + gzip("second"), chunk).value() == "firstsecond");
  }
}

TEST_CASE("what is compressed twice, or not at all, comes out as it was") {
  const std::string text = random_text(5000);
  for (const std::string& packed : {text, gzip(text), gzip(gzip(text)), std::string("x"), std::string()}) {
    for (const std::size_t chunk : {1, 7, 100000}) {
      Gunzip gunzip(plenty);
      std::string bytes;
      const auto sink = [&bytes](std::span<const char> piece) {
        bytes.append(piece.data(), piece.size());
        return success();
      };
      for (std::size_t at = 0; at < packed.size(); at += chunk)
        REQUIRE(gunzip.push(std::span(packed).subspan(at, std::min(chunk, packed.size() - at)), sink).ok());
      REQUIRE(gunzip.finish(sink).ok());
      CHECK(bytes == (packed.size() < 2 ? packed : text));
    }
  }
}

TEST_CASE("a gzip file cut short is refused") {
  const std::string packed = gzip(random_text(5000));
  for (const std::size_t size : {std::size_t{5}, packed.size() / 2, packed.size() - 1}) {
    const auto result = unpack(packed.substr(0, size), 100);
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().message == "the gzip file is cut short. Download or copy it again.");
  }
}

TEST_CASE("a gzip file with a changed byte is refused") {
  std::string packed = gzip(random_text(5000));
  packed[packed.size() - 6] ^= 1;  // in the checksum
  const auto result = unpack(packed, 100);
  REQUIRE_FALSE(result.ok());
  CHECK(result.error().message == "the gzip file is damaged. Download or copy it again.");
  CHECK_FALSE(unpack(gzip("a") + "no gzip", 100).ok());
}

TEST_CASE("a gzip file that unpacks to more than the limit is refused") {
  const std::string packed = gzip(std::string(1 << 22, '0'));
  CHECK(unpack(packed, 1 << 20, 1 << 22).ok());
  const auto result = unpack(packed, 1 << 20, (1 << 22) - 1);
  REQUIRE_FALSE(result.ok());
  CHECK(result.error().message == "the gzip file unpacks to more than 3 MB.");
}
