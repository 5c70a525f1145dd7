#include "core/eval/Predictions.h"

#include <algorithm>
#include <numeric>

#include "core/eval/TestTimeAugmentation.h"
#include "core/nn/Loss.h"

namespace inkling {

namespace {

Subset some_of(const Dataset& dataset, std::size_t first, std::size_t count) {
  Subset subset{&dataset, std::vector<std::uint32_t>(count)};
  std::iota(subset.indices.begin(), subset.indices.end(), static_cast<std::uint32_t>(first));
  return subset;
}

std::vector<std::uint32_t> unsure_of(std::span<const float> logits, float temperature) {
  std::vector<std::uint32_t> unsure;
  for (std::size_t image = 0; image < logits.size() / class_count; ++image) {
    if (needs_tta(logits.subspan(image * class_count).first<class_count>(), temperature))
      unsure.push_back(static_cast<std::uint32_t>(image));
  }
  return unsure;
}

Dataset placed_images(const Subset& asked, std::span<const std::uint32_t> unsure,
                      const AffineParams& params) {
  Dataset images;
  for (const std::uint32_t place : unsure) {
    DigitImage image;
    std::ranges::copy(asked.dataset->image(asked.indices[place]), image.begin());
    const DigitImage changed = placed(image, params);
    images.pixels.insert(images.pixels.end(), changed.begin(), changed.end());
  }
  return images;
}

/// Takes the logits [images, 10] of what was not read surely, of at most a slice, to the mean of all looks.
void look_again(const Model& model, const Subset& asked, std::span<float> logits, ThreadPool& pool,
                BatchInference& memory) {
  const std::vector<std::uint32_t> unsure =
      unsure_of(logits, model.calibration.value_or(Calibration()).temperature);
  if (unsure.empty()) return;
  MatrixView<float> all(logits.data(), static_cast<Eigen::Index>(asked.size()), class_count);
  Matrix<float> again = all(unsure, Eigen::all);
  average_tta_logits(std::span(again.data(), unsure.size() * class_count), [&](const AffineParams& params) {
    const Dataset images = placed_images(asked, unsure, params);
    return memory.logits(model.weights, whole(images), 0, unsure.size(), pool);
  });
  all(unsure, Eigen::all) = again;
}

}  // namespace

Predictions answer(const Model& model, const Dataset& dataset, ThreadPool& pool, BatchInference& memory,
                   std::size_t first, std::size_t count, Looks looks) {
  Predictions answers;
  answers.logits.reserve(count * class_count);
  const auto slice = static_cast<std::size_t>(BatchInference::slice_size());
  for (std::size_t done = 0; done < count; done += slice) {
    const Subset asked = some_of(dataset, first + done, std::min(slice, count - done));
    const auto logits = memory.logits(model.weights, asked, 0, asked.size(), pool);
    answers.logits.insert(answers.logits.end(), logits.begin(), logits.end());
    if (looks == Looks::as_needed)
      look_again(model, asked, std::span(answers.logits).last(logits.size()), pool, memory);
  }
  answers.probabilities = answers.logits;
  softmax<float>({answers.probabilities.data(), static_cast<Eigen::Index>(count), class_count});
  for (std::size_t image = 0; image < count; ++image) {
    answers.digits.push_back(likeliest_class(answers.probabilities_of(image)));
  }
  return answers;
}

Predictions answer(const Model& model, const Dataset& dataset, ThreadPool& pool, Looks looks,
                   Communicator& exchange) {
  BatchInference memory(model.network, exchange);
  return answer(model, dataset, pool, memory, 0, dataset.size(), looks);
}

Metrics measure(const Predictions& answers, const Dataset& dataset) {
  Metrics metrics;
  for (std::size_t image = 0; image < dataset.size(); ++image)
    metrics.add(dataset.labels[image], answers.probabilities_of(image));
  return metrics;
}

}  // namespace inkling
