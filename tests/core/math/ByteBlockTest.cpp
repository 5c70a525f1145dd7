// SPDX-License-Identifier: MIT
#include "core/math/ByteBlock.h"

#include <doctest/doctest.h>

#include <string>

#include "core/base/Random.h"

using namespace inkling;
using namespace inkling::math;

namespace {

bool bit(std::uint32_t mask, std::size_t index) {
  return (mask >> index & 1) == 1;
}

}  // namespace

TEST_CASE("the digit mask marks exactly the digits") {
  for (int first = 0; first < 256; first += ByteBlock::size) {
    std::string text(ByteBlock::size, '\0');
    for (std::size_t index = 0; index < text.size(); ++index) {
      text[index] = static_cast<char>(first + static_cast<int>(index));
    }
    const std::uint32_t digits = ByteBlock::load(text.data()).digit_mask();
    for (std::size_t index = 0; index < text.size(); ++index) {
      CHECK(bit(digits, index) == (text[index] >= '0' && text[index] <= '9'));
    }
  }
}

TEST_CASE("the equal mask marks where a block matches a repeated pair of characters") {
  Random random(11);
  for (int draw = 0; draw < 100; ++draw) {
    std::string text(ByteBlock::size + 7, '\0');
    for (char& character : text) character = "0,5\xff"[random.below(4)];
    const std::size_t offset = random.below(7);
    const std::uint32_t equal =
        ByteBlock::load(text.data() + offset).equal_mask(ByteBlock::repeat_pair('0', '\xff'));
    for (std::size_t index = 0; index < ByteBlock::size; ++index) {
      CHECK(bit(equal, index) == (text[offset + index] == (index % 2 == 0 ? '0' : '\xff')));
    }
  }
}
