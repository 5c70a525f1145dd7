// SPDX-License-Identifier: MIT
#include "core/cli/bench/NetworkBenchmarks.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/cli/bench/BenchNetworks.h"
#include "core/eval/Predictions.h"
#include "core/eval/TestTimeAugmentation.h"
#include "core/recognize/Recognizer.h"
#include "core/synthetic/SyntheticDigits.h"
#include "core/train/Trainer.h"

namespace inkling::cli {

namespace {

/// What all networks are trained on.
const data::Dataset& training_digits() {
  static const data::Dataset drawn = synthetic::synthetic_digits(4096, 1);
  return drawn;
}

/// What they read.
const data::Dataset& unseen_digits() {
  static const data::Dataset drawn = synthetic::synthetic_digits(4096, 2);
  return drawn;
}

Spread measure_training(const model::Preset& preset, const BenchOptions& options, int threads) {
  ThreadPool pool(threads);
  train::TrainingOptions training{preset.recipe, 1};
  training.recipe.epochs = 10'000;  // more than there is time for
  train::Trainer trainer(model::network_of(preset), data::whole(training_digits()),
                         data::Subset{&training_digits(), {}}, training, pool);
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

model::Model train_quickly(const model::Preset& preset, int threads) {
  ThreadPool pool(threads);
  train::TrainingOptions options{preset.recipe, 1};
  options.recipe.epochs = 3;
  options.recipe.batch = 64;
  options.recipe.average_decay = 0;    // too few steps for an average
  options.recipe.label_smoothing = 0;  // the model isn't calibrated
  train::Trainer trainer(model::network_of(preset), data::whole(training_digits()),
                         data::Subset{&training_digits(), {}}, options, pool);
  while (trainer.running()) trainer.advance();
  const std::span<const float> weights = trainer.selected_weights();
  return {trainer.network(), {weights.begin(), weights.end()}, {}};
}

/// The network after a short training: it is unsure of a few images, as a model in use is. The same for any
/// number of threads.
const model::Model& trained_model(const model::Preset& preset, int threads) {
  static std::map<std::string, model::Model, std::less<>> trained;
  const auto known = trained.find(preset.name);
  if (known != trained.end()) return known->second;
  return trained.emplace(preset.name, train_quickly(preset, threads)).first->second;
}

enum class Images { all, confident };

/// The unseen images, or those of which the model is confident, so that none needs test-time augmentation.
std::vector<DigitImage> images_for(const model::Model& model, Images which) {
  ThreadPool pool(1);
  const data::Dataset& digits = unseen_digits();
  const eval::Predictions predictions = eval::predict(model, digits, pool, eval::Tta::off);
  std::vector<DigitImage> images;
  for (std::size_t image = 0; image < digits.size(); ++image) {
    if (which == Images::confident && eval::needs_tta(predictions.logits_of(image), 1)) continue;
    std::ranges::copy(digits.image(image), images.emplace_back().begin());
  }
  return images;
}

/// Microseconds that the recogniser takes for each of the inputs in turn.
template <typename Input>
Spread measure_reading(const model::Model& model, const std::vector<Input>& inputs,
                       const BenchOptions& options) {
  const recognize::Recognizer recognizer(model);
  recognize::Recognizer::Memory memory = recognizer.make_memory();
  std::size_t next = 0;
  const auto read_next = [&] {
    recognizer.read(inputs[next++ % inputs.size()], memory);
    return 1.0;
  };
  return time_at_rate(measure_rate(options, read_next), 1e6);
}

std::vector<ink::Ink> unseen_drawings() {
  Random random(2);
  std::vector<ink::Ink> drawings;
  for (int drawing = 0; drawing < 500; ++drawing) {
    drawings.push_back(synthetic::synthetic_digit(drawing % digit_count, random));
  }
  return drawings;
}

Spread measure_bulk(const model::Model& model, eval::Tta tta, const BenchOptions& options, int threads) {
  ThreadPool pool(threads);
  return measure_rate(options, [&] {
    return static_cast<double>(eval::predict(model, unseen_digits(), pool, tta).predicted.size());
  });
}

Benchmark image_benchmark(const model::Preset& preset, Images images, const BenchOptions& options,
                          int threads) {
  return {.name = "image/" + std::string(preset.name) + (images == Images::all ? "/tta" : ""),
          .unit = "us",
          .measure = [=] {
            const model::Model& model = trained_model(preset, threads);
            return measure_reading(model, images_for(model, images), options);
          }};
}

Benchmark strokes_benchmark(const model::Preset& preset, const BenchOptions& options, int threads) {
  return {.name = "strokes/" + std::string(preset.name) + "/tta", .unit = "us", .measure = [=] {
            return measure_reading(trained_model(preset, threads), unseen_drawings(), options);
          }};
}

Benchmark bulk_benchmark(const model::Preset& preset, eval::Tta tta, const BenchOptions& options,
                         int threads) {
  Benchmark benchmark{
      .name = "bulk/" + std::string(preset.name),
      .unit = "img/s",
      .measure = [=] { return measure_bulk(trained_model(preset, threads), tta, options, threads); },
      .gflop_per_unit = forward_gflop(model::network_of(preset)),
      .threads = threads};
  if (tta == eval::Tta::off) return benchmark;
  benchmark.name += "/tta";
  benchmark.gflop_per_unit = 0;  // how many images are read again depends on the model
  return benchmark;
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
    benchmarks.push_back(image_benchmark(preset, Images::confident, options, threads));
    benchmarks.push_back(image_benchmark(preset, Images::all, options, threads));
    benchmarks.push_back(strokes_benchmark(preset, options, threads));
    benchmarks.push_back(bulk_benchmark(preset, eval::Tta::off, options, threads));
    benchmarks.push_back(bulk_benchmark(preset, eval::Tta::when_unsure, options, threads));
  }
  return benchmarks;
}

}  // namespace inkling::cli
