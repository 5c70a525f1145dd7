// SPDX-License-Identifier: MIT
#include "core/cli/commands/NumberAccuracy.h"

#include <cstdio>
#include <numeric>
#include <string>

#include "core/recognize/ReadPicture.h"
#include "core/recognize/Recognizer.h"
#include "core/synthetic/SyntheticNumber.h"

namespace inkling::cli {

namespace {

constexpr std::uint64_t numbers_seed = 0x6e75'6d62'6572'7300;
constexpr std::size_t min_digits = 2, max_digits = 6;

recognize::Reading read(const recognize::Recognizer& recognizer, recognize::Recognizer::Memory& memory,
                        const synthetic::SyntheticNumber& number, std::size_t index,
                        synthetic::Medium medium) {
  if (medium == synthetic::Medium::strokes) return recognizer.read(number.ink, memory);
  Random random(numbers_seed, Purpose::pictures, index);
  return recognize::read_picture(recognizer, synthetic::synthetic_photo(number, random), memory);
}

double accuracy(const recognize::Recognizer& recognizer, std::span<const synthetic::SyntheticNumber> numbers,
                synthetic::Medium medium, ThreadPool& pool) {
  std::vector<std::size_t> right(static_cast<std::size_t>(pool.threads()));
  pool.parallel_for(pool.threads(), [&](int thread) {
    recognize::Recognizer::Memory memory = recognizer.make_memory();
    const auto first = static_cast<std::size_t>(thread);
    for (std::size_t index = first; index < numbers.size(); index += right.size())
      right[first] += read(recognizer, memory, numbers[index], index, medium).text() == numbers[index].digits;
  });
  return std::accumulate(right.begin(), right.end(), 0.0) / static_cast<double>(numbers.size());
}

}  // namespace

Json number_accuracy(const model::Model& model, const io::Import& data, std::size_t count, ThreadPool& pool) {
  const recognize::Recognizer recognizer(model);
  Json list = Json::array();
  for (const auto& [spacing, spacing_name] :
       {std::pair(synthetic::Spacing::gaps, "gaps"), std::pair(synthetic::Spacing::overlaps, "overlaps")}) {
    for (std::size_t digits = min_digits; digits <= max_digits; ++digits) {
      for (const auto& [medium, source] : {std::pair(synthetic::Medium::strokes, "strokes"),
                                           std::pair(synthetic::Medium::picture, "pictures")}) {
        const auto numbers = synthetic::synthetic_numbers(
            data.dataset, data.writers, count,
            {.digits = digits, .spacing = spacing, .medium = medium, .seed = numbers_seed + digits});
        list.push_back({{"source", source},
                        {"spacing", spacing_name},
                        {"digits", digits},
                        {"accuracy", accuracy(recognizer, numbers, medium, pool)}});
      }
    }
  }
  return list;
}

void print_number_accuracy(const Json& accuracies) {
  std::printf("\nnumbers read without a mistake\nsource    spacing  ");
  for (std::size_t digits = min_digits; digits <= max_digits; ++digits) std::printf(" %zu digits", digits);
  for (const char* source : {"strokes", "pictures"}) {
    for (const char* spacing : {"gaps", "overlaps"}) {
      std::printf("\n%-9s %-9s", source, spacing);
      for (const Json& entry : accuracies) {
        if (entry["source"] == source && entry["spacing"] == spacing)
          std::printf("   %5.1f%%", 100 * entry["accuracy"].get<double>());
      }
    }
  }
  std::printf("\n");
}

}  // namespace inkling::cli
