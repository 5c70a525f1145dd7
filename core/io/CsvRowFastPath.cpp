#include "core/io/CsvRowFastPath.h"

#include <bit>
#include <cstring>

#include "core/math/ByteBlock.h"

namespace inkling::io {

namespace {

constexpr std::ptrdiff_t most_cells = math::ByteBlock::size / 2;  // in a block: a digit and a delimiter each
constexpr std::ptrdiff_t look_ahead = math::ByteBlock::size + 4;  // a cell's digits are loaded four at a time

/// How far a row is read.
struct Place {
  const char* text;
  std::uint8_t* value;
  unsigned too_large;  // not 0 once a number was beyond 255
};

/// The number of one to three digits at `text`.
unsigned number_at(const char* text, int digits) {
  std::uint32_t characters = 0;
  std::memcpy(&characters, text, sizeof characters);
  characters <<= 8 * (4 - digits);  // the last digit is uppermost, and 0 where there is none
  return (characters >> 8 & 15) * 100 + (characters >> 16 & 15) * 10 + (characters >> 24 & 15);
}

/// Whether a block holds digits, one to three before each end.
bool is_plain(const math::ByteBlock& block, std::uint32_t ends) {
  const std::uint32_t empty = ends & (ends << 1 | 1);
  const std::uint32_t pairs = ~ends & ~ends >> 1;
  const std::uint32_t long_runs = pairs & pairs >> 2;
  return (block.digit_mask() | ends) == ~std::uint32_t{0} && (empty | long_runs) == 0;
}

/// Reads the cells that end within a plain block.
Place read_cells(Place place, std::uint32_t ends) {
  int begin = 0;
  for (; ends != 0; ends &= ends - 1) {
    const int end = std::countr_zero(ends);
    const unsigned number = number_at(place.text + begin, end - begin);
    place.too_large |= number >> 8;
    *place.value++ = static_cast<std::uint8_t>(number);
    begin = end + 1;
  }
  place.text += begin;
  return place;
}

/// Reads block by block while there is text and there are values enough, and all cells are plain.
Place read_blocks(Place place, const char* text_end, const std::uint8_t* values_end, char delimiter) {
  static_assert(std::endian::native == std::endian::little);
  const math::ByteBlock delimiters = math::ByteBlock::repeat_pair(delimiter, delimiter);
  const math::ByteBlock zeros = math::ByteBlock::repeat_pair('0', delimiter);
  while (values_end - place.value > most_cells && text_end - place.text >= look_ahead) {
    const math::ByteBlock block = math::ByteBlock::load(place.text);
    const int run = std::countr_one(block.equal_mask(zeros)) / 2;
    if (run > 0) {
      std::memset(place.value, 0, most_cells);
      place.value += run;
      place.text += 2 * run;
      continue;
    }
    const std::uint32_t ends = block.equal_mask(delimiters);
    if (!is_plain(block, ends)) break;
    place = read_cells(place, ends);
  }
  return place;
}

/// Reads the cells that are left one by one; no text where they are not plain.
Place read_rest(Place place, const char* text_end, const std::uint8_t* values_end, char delimiter) {
  const char* at = place.text;
  const auto digit = [&] { return at == text_end ? 10u : static_cast<unsigned>(*at) - '0'; };
  for (std::uint8_t* value = place.value; value != values_end; ++value) {
    const bool parted = value == place.value || (at != text_end && *at++ == delimiter);
    unsigned number = digit();
    if (!parted || number > 9) return {nullptr, value, 0};
    ++at;
    for (int more = 0; more < 2 && digit() <= 9; ++more)
      number = number * 10 + static_cast<unsigned>(*at++ - '0');
    place.too_large |= number >> 8;
    *value = static_cast<std::uint8_t>(number);
  }
  place.text = at;
  return place;
}

}  // namespace

std::size_t read_row_fast(std::string_view text, char delimiter, std::span<std::uint8_t> values) {
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  const std::uint8_t* const values_end = values.data() + values.size();
  Place place = read_blocks({begin, values.data(), 0}, end, values_end, delimiter);
  place = read_rest(place, end, values_end, delimiter);
  return place.text && place.too_large == 0 ? static_cast<std::size_t>(place.text - begin) : 0;
}

}  // namespace inkling::io
