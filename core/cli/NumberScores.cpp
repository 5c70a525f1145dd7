#include "core/cli/NumberScores.h"

#include <cstdio>
#include <numeric>
#include <string>

#include "core/recognize/Recognizer.h"
#include "core/synthetic/SyntheticNumber.h"
#include "core/synthetic/SyntheticPhoto.h"

namespace inkling::cli {

namespace {

/// Of the numbers that a model is measured on.
constexpr std::uint64_t numbers_seed = 0x6e75'6d62'6572'7300;
constexpr std::size_t fewest_digits = 2, most_digits = 6;

/// The share of `numbers` of which `read(number, index, memory)` says what they are.
template <class Read>
double accuracy(const recognize::Recognizer& recognizer, std::span<const synthetic::SyntheticNumber> numbers,
                ThreadPool& pool, const Read& read) {
  std::vector<std::size_t> right(static_cast<std::size_t>(pool.threads()));
  pool.parallel_for(pool.threads(), [&](int share) {
    recognize::Recognizer::Memory memory = recognizer.make_memory();
    const auto first = static_cast<std::size_t>(share);
    for (std::size_t number = first; number < numbers.size(); number += right.size())
      right[first] += read(numbers[number], number, memory).text() == numbers[number].digits;
  });
  return std::accumulate(right.begin(), right.end(), 0.0) / static_cast<double>(numbers.size());
}

}  // namespace

Json number_scores(const model::Model& model, const io::Import& data, std::size_t count, ThreadPool& pool) {
  const recognize::Recognizer recognizer(model);
  Json scores = Json::array();
  for (const synthetic::Spacing spacing : {synthetic::Spacing::gaps, synthetic::Spacing::overlaps}) {
    const char* name = spacing == synthetic::Spacing::gaps ? "gaps" : "overlaps";
    for (std::size_t digits = fewest_digits; digits <= most_digits; ++digits) {
      const auto add = [&](const char* source, synthetic::Medium medium, const auto& read) {
        const auto numbers = synthetic::synthetic_numbers(data.dataset, data.writers, count, digits, spacing,
                                                          medium, numbers_seed + digits);
        scores.push_back({{"source", source},
                          {"spacing", name},
                          {"digits", digits},
                          {"accuracy", accuracy(recognizer, numbers, pool, read)}});
      };
      add("strokes", synthetic::Medium::strokes,
          [&](const synthetic::SyntheticNumber& number, std::size_t, recognize::Recognizer::Memory& memory) {
            return recognizer.read(number.ink, memory);
          });
      add("pictures", synthetic::Medium::picture,
          [&](const synthetic::SyntheticNumber& number, std::size_t index,
              recognize::Recognizer::Memory& memory) {
            Random random(numbers_seed, Purpose::pictures, index);
            return recognizer.read(synthetic::synthetic_photo(number, random), memory);
          });
    }
  }
  return scores;
}

void print_number_scores(const Json& scores) {
  std::printf("\nwhole numbers read right\nsource    spacing  ");
  for (std::size_t digits = fewest_digits; digits <= most_digits; ++digits)
    std::printf(" %zu digits", digits);
  for (const char* source : {"strokes", "pictures"}) {
    for (const char* spacing : {"gaps", "overlaps"}) {
      std::printf("\n%-9s %-9s", source, spacing);
      for (const Json& score : scores) {
        if (score["source"] == source && score["spacing"] == spacing)
          std::printf("  %5.1f %%", 100 * score["accuracy"].get<double>());
      }
    }
  }
  std::printf("\n");
}

}  // namespace inkling::cli
