#include "core/cli/bench/NetworkRows.h"

#include <string>

#include "core/cli/bench/Nets.h"
#include "core/eval/Predictions.h"
#include "core/recognize/Recognizer.h"
#include "core/synthetic/SyntheticDigits.h"
#include "core/train/Trainer.h"

namespace inkling::cli {

namespace {

/// Drawn once, for all rows.
const data::Dataset& digits() {
  static const data::Dataset drawn = synthetic::synthetic_digits(4096, 1);
  return drawn;
}

Spread measure_training(const model::Preset& net, const Effort& effort, int threads) {
  ThreadPool pool(threads);
  train::TrainingOptions options{net.recipe, 1};
  options.recipe.epochs = 10'000;  // more than it gets to
  train::Trainer trainer(model::network_of(net), data::whole(digits()), data::Subset{&digits(), {}}, options,
                         pool);
  return rate_of(effort, [&] {
    const std::int64_t before = trainer.progress().images_seen;
    return static_cast<double>(trainer.advance().images_seen - before);
  });
}

Row training_row(model::Preset net, int batch, bool augment, const Effort& effort, int threads) {
  net.recipe.batch = batch;
  net.recipe.augment = augment;
  std::string name = "train/" + std::string(net.name) + "/" + std::to_string(batch);
  if (augment) name += "/augmented";
  return {.name = std::move(name),
          .unit = "img/s",
          .measure = [=] { return measure_training(net, effort, threads); },
          .gflop_each = training_gflop(model::network_of(net)),
          .threads = threads};
}

/// The net as it is before it has learned anything, but sure of its answer: a digit that is written well is
/// looked at once.
model::Model fresh_model(const model::Preset& net) {
  nn::Network network = model::network_of(net);
  Random random(1, Purpose::weights);
  AlignedVector<float> weights = nn::initial_weights<float>(network, net.recipe.initialisation, random);
  weights.back() += 100;  // the last bias: every net ends in its ten answers
  return {std::move(network), std::move(weights), {}};
}

Spread measure_image(const model::Preset& net, const Effort& effort) {
  const recognize::Recognizer recognizer(fresh_model(net));
  recognize::Recognizer::Memory memory = recognizer.make_memory();
  DigitImage image;
  std::size_t next = 0;
  return time_each(rate_of(effort,
                           [&] {
                             const auto pixels = digits().image(next++ % digits().size());
                             std::copy(pixels.begin(), pixels.end(), image.begin());
                             recognizer.read(image, memory);
                             return 1.0;
                           }),
                   1e6);
}

Spread measure_strokes(const model::Preset& net, const Effort& effort) {
  const recognize::Recognizer recognizer(fresh_model(net));
  recognize::Recognizer::Memory memory = recognizer.make_memory();
  Random random(1);
  std::vector<ink::Ink> inks;
  for (int label = 0; label < class_count; ++label) inks.push_back(synthetic::synthetic_digit(label, random));
  std::size_t next = 0;
  return time_each(rate_of(effort,
                           [&] {
                             recognizer.read(inks[next++ % inks.size()], memory);
                             return 1.0;
                           }),
                   1e6);
}

Spread measure_bulk(const model::Preset& net, const Effort& effort, int threads) {
  const model::Model model = fresh_model(net);
  ThreadPool pool(threads);
  return rate_of(effort,
                 [&] { return static_cast<double>(eval::answer(model, digits(), pool).digits.size()); });
}

}  // namespace

Rows training_rows(const Effort& effort, int threads) {
  Rows rows;
  for (const model::Preset& net : bench_nets()) {
    const bool dense = net.name == "article";
    rows.push_back(training_row(net, dense ? 32 : 128, false, effort, threads));
    if (dense) rows.push_back(training_row(net, 256, false, effort, threads));
    if (net.name == "cnn-a") rows.push_back(training_row(net, 64, false, effort, threads));
    if (net.name == "accurate") rows.push_back(training_row(net, 128, true, effort, threads));
  }
  return rows;
}

Rows reading_rows(const Effort& effort, int threads) {
  Rows rows;
  for (const model::Preset& net : bench_nets()) {
    const std::string name(net.name);
    const double gflop = forward_gflop(model::network_of(net));
    rows.push_back(
        {.name = "image/" + name, .unit = "us", .measure = [=] { return measure_image(net, effort); }});
    rows.push_back(
        {.name = "strokes/" + name, .unit = "us", .measure = [=] { return measure_strokes(net, effort); }});
    rows.push_back({.name = "bulk/" + name,
                    .unit = "img/s",
                    .measure = [=] { return measure_bulk(net, effort, threads); },
                    .gflop_each = gflop,
                    .threads = threads});
  }
  return rows;
}

}  // namespace inkling::cli
