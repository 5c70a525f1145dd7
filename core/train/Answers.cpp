#include "core/train/Answers.h"

#include <algorithm>
#include <numeric>

#include "core/nn/Loss.h"

namespace inkling {

namespace {

Subset some_of(const Dataset& dataset, std::size_t first, std::size_t count) {
  Subset subset{&dataset, std::vector<std::uint32_t>(count)};
  std::iota(subset.indices.begin(), subset.indices.end(), static_cast<std::uint32_t>(first));
  return subset;
}

}  // namespace

Answers answer(const Model& model, const Dataset& dataset, ThreadPool& pool, Evaluation& memory,
               std::size_t first, std::size_t count) {
  Answers answers;
  answers.logits.reserve(count * class_count);
  const Subset asked = some_of(dataset, first, count);
  const auto slice = static_cast<std::size_t>(Evaluation::slice_size());
  for (std::size_t done = 0; done < count; done += slice) {
    const std::size_t images = std::min(slice, count - done);
    const auto logits = memory.logits(model.weights, asked, done, images, pool);
    answers.logits.insert(answers.logits.end(), logits.begin(), logits.end());
  }
  answers.probabilities = answers.logits;
  softmax<float>({answers.probabilities.data(), static_cast<Eigen::Index>(count), class_count});
  for (std::size_t image = 0; image < count; ++image) {
    answers.digits.push_back(likeliest_class(answers.probabilities_of(image)));
  }
  return answers;
}

Answers answer(const Model& model, const Dataset& dataset, ThreadPool& pool) {
  Evaluation memory(model.network);
  return answer(model, dataset, pool, memory, 0, dataset.size());
}

}  // namespace inkling
