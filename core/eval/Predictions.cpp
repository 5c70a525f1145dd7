// SPDX-License-Identifier: MIT
#include "core/eval/Predictions.h"

#include <numeric>

#include "core/eval/TestTimeAugmentation.h"
#include "core/nn/Loss.h"

namespace inkling::eval {

namespace {

data::Subset range(const data::Dataset& dataset, std::size_t first, std::size_t count) {
  data::Subset subset{&dataset, std::vector<std::uint32_t>(count)};
  std::iota(subset.indices.begin(), subset.indices.end(), static_cast<std::uint32_t>(first));
  return subset;
}

}  // namespace

Predictions predict(const model::Model& model, const data::Dataset& dataset, ThreadPool& pool,
                    BatchInference& inference, std::size_t first, std::size_t count, Tta tta) {
  const data::Subset subset = range(dataset, first, count);
  const auto logits = inference.logits(model.weights, subset, 0, count, pool);
  Predictions predictions;
  predictions.classes = inference.classes();
  const auto classes = static_cast<Eigen::Index>(predictions.classes);
  predictions.logits.assign(logits.begin(), logits.end());
  if (tta == Tta::when_unsure) apply_tta(model, subset, predictions.logits, pool, inference);
  predictions.probabilities = predictions.logits;
  predictions.predicted.resize(count);
  for_each_block(count, pool, [&](std::size_t begin, std::size_t end) {
    float* probabilities = predictions.probabilities.data() + begin * predictions.classes;
    nn::softmax<float>({probabilities, static_cast<Eigen::Index>(end - begin), classes});
    for (std::size_t image = begin; image < end; ++image)
      predictions.predicted[image] = nn::argmax(predictions.probabilities_of(image));
  });
  return predictions;
}

Predictions predict(const model::Model& model, const data::Dataset& dataset, ThreadPool& pool, Tta tta,
                    distributed::Communicator& communicator) {
  BatchInference inference(model.network, communicator);
  return predict(model, dataset, pool, inference, 0, dataset.size(), tta);
}

Metrics evaluate(const Predictions& predictions, const data::Dataset& dataset) {
  Metrics metrics(predictions.classes);
  for (std::size_t image = 0; image < dataset.size(); ++image)
    metrics.add(dataset.labels[image], predictions.probabilities_of(image));
  return metrics;
}

}  // namespace inkling::eval
