// SPDX-License-Identifier: MIT
#include "core/cli/bench/NetworkBenchmarks.h"

#include <string>

#include "core/cli/bench/BenchNetworks.h"
#include "core/eval/Predictions.h"
#include "core/recognize/Recognizer.h"
#include "core/synthetic/SyntheticDigits.h"
#include "core/train/Trainer.h"

namespace inkling::cli {

namespace {

/// Shared by all benchmarks.
const data::Dataset& digits() {
  static const data::Dataset drawn = synthetic::synthetic_digits(4096, 1);
  return drawn;
}

Spread measure_training(const model::Preset& preset, const BenchOptions& options, int threads) {
  ThreadPool pool(threads);
  train::TrainingOptions training{preset.recipe, 1};
  training.recipe.epochs = 10'000;  // more than there is time for
  train::Trainer trainer(model::network_of(preset), data::whole(digits()), data::Subset{&digits(), {}},
                         training, pool);
  return measure_rate(options, [&] {
    const std::int64_t before = trainer.progress().images_seen;
    return static_cast<double>(trainer.advance().images_seen - before);
  });
}

Benchmark training_benchmark(model::Preset preset, int batch, bool augment, const BenchOptions& options,
                             int threads) {
  preset.recipe.batch = batch;
  preset.recipe.augment = augment;
  std::string name = "train/" + std::string(preset.name) + "/" + std::to_string(batch);
  if (augment) name += "/augmented";
  return {.name = std::move(name),
          .unit = "img/s",
          .measure = [=] { return measure_training(preset, options, threads); },
          .gflop_per_unit = training_gflop(model::network_of(preset)),
          .threads = threads};
}

/// An untrained model that is confident of one digit, so that test-time augmentation is never used.
model::Model untrained_model(const model::Preset& preset) {
  nn::Network network = model::network_of(preset);
  Random random(1, Purpose::weights);
  AlignedVector<float> weights = nn::initial_weights<float>(network, preset.recipe.initialisation, random);
  weights.back() += 100;  // the bias of the last logit
  return {std::move(network), std::move(weights), {}};
}

Spread measure_image(const model::Preset& preset, const BenchOptions& options) {
  const recognize::Recognizer recognizer(untrained_model(preset));
  recognize::Recognizer::Memory memory = recognizer.make_memory();
  DigitImage image;
  std::size_t next = 0;
  return time_at_rate(measure_rate(options,
                                   [&] {
                                     const auto pixels = digits().image(next++ % digits().size());
                                     std::copy(pixels.begin(), pixels.end(), image.begin());
                                     recognizer.read(image, memory);
                                     return 1.0;
                                   }),
                      1e6);
}

Spread measure_strokes(const model::Preset& preset, const BenchOptions& options) {
  const recognize::Recognizer recognizer(untrained_model(preset));
  recognize::Recognizer::Memory memory = recognizer.make_memory();
  Random random(1);
  std::vector<ink::Ink> inks;
  for (int label = 0; label < digit_count; ++label) inks.push_back(synthetic::synthetic_digit(label, random));
  std::size_t next = 0;
  return time_at_rate(measure_rate(options,
                                   [&] {
                                     recognizer.read(inks[next++ % inks.size()], memory);
                                     return 1.0;
                                   }),
                      1e6);
}

Spread measure_bulk(const model::Preset& preset, const BenchOptions& options, int threads) {
  const model::Model model = untrained_model(preset);
  ThreadPool pool(threads);
  return measure_rate(
      options, [&] { return static_cast<double>(eval::predict(model, digits(), pool).predicted.size()); });
}

}  // namespace

Benchmarks training_benchmarks(const BenchOptions& options, int threads) {
  Benchmarks benchmarks;
  for (const model::Preset& preset : bench_networks()) {
    const bool dense = preset.name == "article";
    benchmarks.push_back(training_benchmark(preset, dense ? 32 : 128, false, options, threads));
    if (dense) benchmarks.push_back(training_benchmark(preset, 256, false, options, threads));
    if (preset.name == "cnn-a") benchmarks.push_back(training_benchmark(preset, 64, false, options, threads));
    if (preset.name == "accurate")
      benchmarks.push_back(training_benchmark(preset, 128, true, options, threads));
  }
  return benchmarks;
}

Benchmarks reading_benchmarks(const BenchOptions& options, int threads) {
  Benchmarks benchmarks;
  for (const model::Preset& preset : bench_networks()) {
    const std::string name(preset.name);
    const double gflop = forward_gflop(model::network_of(preset));
    benchmarks.push_back(
        {.name = "image/" + name, .unit = "us", .measure = [=] { return measure_image(preset, options); }});
    benchmarks.push_back({.name = "strokes/" + name, .unit = "us", .measure = [=] {
                            return measure_strokes(preset, options);
                          }});
    benchmarks.push_back({.name = "bulk/" + name,
                          .unit = "img/s",
                          .measure = [=] { return measure_bulk(preset, options, threads); },
                          .gflop_per_unit = gflop,
                          .threads = threads});
  }
  return benchmarks;
}

}  // namespace inkling::cli
