#include "core/eval/Predictions.h"

#include <algorithm>
#include <numeric>

#include "core/eval/TestTimeAugmentation.h"
#include "core/nn/Loss.h"

namespace inkling::eval {

namespace {

data::Subset some_of(const data::Dataset& dataset, std::size_t first, std::size_t count) {
  data::Subset subset{&dataset, std::vector<std::uint32_t>(count)};
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

data::Dataset placed_images(const data::Subset& asked, std::span<const std::uint32_t> unsure,
                            const augment::AffineParams& params) {
  data::Dataset images;
  for (const std::uint32_t place : unsure) {
    DigitImage image;
    std::ranges::copy(asked.dataset->image(asked.indices[place]), image.begin());
    const DigitImage changed = placed(image, params);
    images.pixels.insert(images.pixels.end(), changed.begin(), changed.end());
  }
  return images;
}

/// Takes the logits [images, 10] of what was not read surely, of at most a slice, to the mean of all looks.
void look_again(const model::Model& model, const data::Subset& asked, std::span<float> logits,
                ThreadPool& pool, BatchInference& memory) {
  const std::vector<std::uint32_t> unsure =
      unsure_of(logits, model.calibration.value_or(model::Calibration()).temperature);
  if (unsure.empty()) return;
  math::MatrixView<float> all(logits.data(), static_cast<Eigen::Index>(asked.size()), class_count);
  math::Matrix<float> again = all(unsure, Eigen::all);
  average_tta_logits(std::span(again.data(), unsure.size() * class_count),
                     [&](const augment::AffineParams& params) {
                       const data::Dataset images = placed_images(asked, unsure, params);
                       return memory.logits(model.weights, data::whole(images), 0, unsure.size(), pool);
                     });
  all(unsure, Eigen::all) = again;
}

}  // namespace

Predictions answer(const model::Model& model, const data::Dataset& dataset, ThreadPool& pool,
                   BatchInference& memory, std::size_t first, std::size_t count, Looks looks) {
  Predictions answers;
  answers.logits.reserve(count * class_count);
  const auto slice = static_cast<std::size_t>(BatchInference::slice_size());
  for (std::size_t done = 0; done < count; done += slice) {
    const data::Subset asked = some_of(dataset, first + done, std::min(slice, count - done));
    const auto logits = memory.logits(model.weights, asked, 0, asked.size(), pool);
    answers.logits.insert(answers.logits.end(), logits.begin(), logits.end());
    if (looks == Looks::as_needed)
      look_again(model, asked, std::span(answers.logits).last(logits.size()), pool, memory);
  }
  answers.probabilities = answers.logits;
  nn::softmax<float>({answers.probabilities.data(), static_cast<Eigen::Index>(count), class_count});
  for (std::size_t image = 0; image < count; ++image) {
    answers.digits.push_back(nn::argmax(answers.probabilities_of(image)));
  }
  return answers;
}

Predictions answer(const model::Model& model, const data::Dataset& dataset, ThreadPool& pool, Looks looks,
                   distributed::Communicator& communicator) {
  BatchInference memory(model.network, communicator);
  return answer(model, dataset, pool, memory, 0, dataset.size(), looks);
}

Metrics measure(const Predictions& answers, const data::Dataset& dataset) {
  Metrics metrics;
  for (std::size_t image = 0; image < dataset.size(); ++image)
    metrics.add(dataset.labels[image], answers.probabilities_of(image));
  return metrics;
}

}  // namespace inkling::eval
