#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "core/augment/AugmentText.h"
#include "core/base/Text.h"
#include "core/cli/ExitCode.h"
#include "core/cli/commands/Commands.h"
#include "core/cli/files/File.h"
#include "core/cli/mpi/Processes.h"
#include "core/cli/output/Table.h"
#include "core/cli/train/Report.h"
#include "core/cli/train/TrainingData.h"
#include "core/cli/train/TrainingLoop.h"
#include "core/eval/Calibrate.h"
#include "core/eval/Predictions.h"
#include "core/io/Import.h"
#include "core/model/Preset.h"
#include "core/train/TrainedModel.h"

namespace inkling::cli {

namespace {

/// As the parser of options takes them.
template <class Choice, std::size_t count>
std::map<std::string, Choice> by_name(const std::array<model::Named<Choice>, count>& all) {
  std::map<std::string, Choice> map;
  for (const auto& [name, choice] : all) map.emplace(name, choice);
  return map;
}

Result<train::TrainingOptions> training_options(const TrainArguments& arguments,
                                                const model::Recipe& recipe) {
  train::TrainingOptions options{recipe, arguments.seed, arguments.keep, arguments.patience};
  options.recipe.epochs = arguments.epochs.value_or(recipe.epochs);
  options.recipe.batch = arguments.batch.value_or(recipe.batch);
  options.recipe.schedule.kind = arguments.schedule.value_or(recipe.schedule.kind);
  options.recipe.schedule.peak = arguments.learning_rate.value_or(recipe.schedule.peak);
  options.recipe.optimiser_kind = arguments.optimiser.value_or(recipe.optimiser_kind);
  options.recipe.optimiser.weight_decay = arguments.weight_decay.value_or(recipe.optimiser.weight_decay);
  options.recipe.label_smoothing = arguments.label_smoothing.value_or(recipe.label_smoothing);
  options.recipe.average_decay = arguments.average.value_or(recipe.average_decay);
  options.recipe.augment = arguments.augment.value_or(recipe.augment);
  const auto augmentation = augment::change_augmentation(recipe.augmentation, arguments.augmentation);
  if (!augmentation) return augmentation.error();
  options.recipe.augmentation = augmentation.value();
  return options;
}

/// Reads data that nothing was trained or chosen on, once, and writes what came out on the model's card.
Json test(model::Model& model, const data::Dataset& dataset, ThreadPool& pool,
          distributed::Communicator& communicator) {
  const eval::Metrics metrics =
      eval::measure(eval::answer(model, dataset, pool, eval::Looks::as_needed, communicator), dataset);
  model.card.accuracy = metrics.accuracy();
  model.card.protocol = "read " + group_thousands(metrics.images()) +
                        " images that nothing was trained or chosen on, once, after the last epoch";
  return to_json(metrics);
}

void tell(const Json& report, const TrainArguments& arguments) {
  if (arguments.json) {
    std::printf("%s\n", report.dump().c_str());
  } else {
    print_report(report, arguments.model);
  }
}

/// Trains on data that was checked, writes the model and tells what came out; returns the exit code.
Result<int> train_on(const TrainingData& data, const model::Preset& preset,
                     const train::TrainingOptions& options, const TrainArguments& arguments,
                     distributed::Communicator& communicator) {
  const data::Dataset& dataset = data.images.dataset;
  ThreadPool pool(arguments.threads);
  data::Split parts = data::split(data.images, arguments.validation, arguments.seed);
  data::repeat_drawings(parts.training, dataset, arguments.repeat_strokes);
  train::Trainer trainer(model::network_of(preset), {&dataset, std::move(parts.training)},
                         {&dataset, std::move(parts.validation)}, options, pool, communicator);
  if (!arguments.json) print_layers(trainer.network());
  const auto course = run(trainer, arguments, communicator);
  if (!course) return course.error();
  const auto& [history, images, seconds, signal] = course.value();
  if (signal != 0) return exit_signal + signal;
  if (trainer.progress().state == train::Progress::State::failed) return Error{trainer.progress().message};

  Json report = report_json(trainer, history, images, seconds);
  if (data.images.sources.size() > 1)
    report["sources"] = sources_json(trainer, data.images.sources, pool, communicator);
  model::Model model = train::trained_model(trainer, dataset, preset.title, arguments.seed);
  if (!arguments.data_title.empty()) model.card.data = arguments.data_title;
  if (arguments.precision == model::Precision::half) {
    if (const Status rounded = model::round_to_half(model); !rounded) return rounded.error();
  }
  if (trainer.validation().size() > 0)
    report["calibration"] = to_json(eval::calibrate(model, trainer.validation(), pool, communicator));
  if (data.test_images) report["test"] = test(model, *data.test_images, pool, communicator);
  if (!communicator.is_root()) return exit_success;
  if (const Status written = write_file(arguments.model, model::write_model(model)); !written)
    return written.error();
  tell(report, arguments);
  return exit_success;
}

Result<int> train(const TrainArguments& arguments) {
  const auto communicator = join_processes();
  const auto preset = model::find_preset(arguments.preset, arguments.architecture);
  if (!preset) return preset.error();
  const auto chosen = training_options(arguments, preset.value().recipe);
  if (!chosen) return chosen.error();
  const train::TrainingOptions& options = chosen.value();
  const auto data = load_for_all(arguments, *communicator);
  if (!data) return data.error();
  const data::Dataset& dataset = data.value().images.dataset;
  if (const Status checked = train::check_training(dataset, options, arguments.validation); !checked)
    return checked.error();
  return train_on(data.value(), preset.value(), options, arguments, *communicator);
}

void add_data_options(CLI::App& command, TrainArguments& arguments) {
  command
      .add_option("data", arguments.data, "One or more of: CSV, CSV.gz, an IDX images file, strokes .jsonl")
      ->required();
  command
      .add_option("--validation", arguments.validation,
                  "Share of the images held out; of strokes, of their writers")
      ->capture_default_str();
  command.add_option("--seed", arguments.seed, "Decides on split, weights and order")->capture_default_str();
  command
      .add_option("--repeat-strokes", arguments.repeat_strokes, "Times that each drawing comes in an epoch")
      ->check(CLI::Range(1, 100))
      ->capture_default_str();
  command
      .add_option("--negatives", arguments.negatives,
                  "Drawings that show no digit to train on too, so that the answer to such is unsure")
      ->check(CLI::Range(std::size_t{0}, io::maximum_images))
      ->capture_default_str();
  command.add_option("--test", arguments.test_data, "Other labelled data to measure the finished model on");
}

void add_recipe_options(CLI::App& command, TrainArguments& arguments) {
  command.add_option("--preset", arguments.preset, "article, fast or accurate")->capture_default_str();
  command.add_option("--architecture", arguments.architecture,
                     "Another network by the preset's recipe: \"flatten | dense 32 | relu | dense 10\"");
  command.add_option("--epochs", arguments.epochs, "Times that all images are gone through [the preset's]");
  command.add_option("--batch", arguments.batch, "Images for each step [the preset's]");
  command.add_option("--learning-rate", arguments.learning_rate, "Peak of the schedule [the preset's]");
  command.add_option("--schedule", arguments.schedule, "How the rate goes over the training [the preset's]")
      ->transform(CLI::CheckedTransformer(by_name(model::schedule_names)))
      ->type_name("constant|one-cycle|cosine");
  command
      .add_option("--optimiser", arguments.optimiser,
                  "What moves the weights; muon is for the matrices of hidden layers [the preset's]")
      ->transform(CLI::CheckedTransformer(by_name(model::optimiser_names)))
      ->type_name("adamw|muon");
  command
      .add_option("--weight-decay", arguments.weight_decay,
                  "What weights lose a step, times the rate [the preset's]")
      ->check(CLI::Range(0.0, 1.0));
  command
      .add_option("--label-smoothing", arguments.label_smoothing,
                  "Share of the target that all ten digits get [the preset's]")
      ->check(CLI::Range(0.0, 0.9));
  command
      .add_option("--average", arguments.average,
                  "Of the average of weights, what a step leaves: 0 for no average [the preset's]")
      ->check(CLI::Range(0.0, 0.9999));
  command.add_option("--augment", arguments.augment, "on or off: move and bend the images [the preset's]")
      ->type_name("on|off");
  command.add_option("--augmentation", arguments.augmentation,
                     "How far, where it is on: \"rotation 10, elastic 2\"; what there is, \"?\" tells");
}

void add_model_options(CLI::App& command, TrainArguments& arguments) {
  command.add_option("--model", arguments.model, "Where to write the trained model (.safetensors)")
      ->required();
  command
      .add_option("--keep", arguments.keep,
                  "Whose weights: the epoch's that reads the held-out images best, or the last one's [best]")
      ->transform(CLI::CheckedTransformer(by_name(train::selection_names)))
      ->type_name("best|last")
      ->default_str("");
  command
      .add_option("--patience", arguments.patience,
                  "End after so many epochs in a row that read the held-out images no better [never]")
      ->check(CLI::Range(1, 10'000))
      ->default_str("");
  command
      .add_option("--precision", arguments.precision, "What the file holds: half is half as large [single]")
      ->transform(CLI::CheckedTransformer(std::map<std::string, model::Precision>{
          {"single", model::Precision::single}, {"half", model::Precision::half}}))
      ->type_name("single|half")
      ->default_str("");
  command.add_option("--data-title", arguments.data_title, "What the model's card says of the data");
}

void add_run_options(CLI::App& command, TrainArguments& arguments) {
  command.add_option("--threads", arguments.threads, "Same weights for any number [all cores]")
      ->check(CLI::Range(1, most_threads));
  CLI::Option* checkpoint =
      command.add_option("--checkpoint", arguments.checkpoint,
                         "A file to keep the training in, after each epoch and every 10 s; Ctrl-C stops "
                         "after the step");
  command.add_flag("--resume", arguments.resume, "Go on from the checkpoint, if there is one; same weights")
      ->needs(checkpoint);
  command.add_flag("--json", arguments.json, "One JSON object on stdout");
}

}  // namespace

void add_train_command(CLI::App& app, int& exit_code) {
  const auto arguments = std::make_shared<TrainArguments>();
  CLI::App* command = app.add_subcommand("train", "Train a network on labelled digits");
  add_data_options(*command, *arguments);
  add_model_options(*command, *arguments);
  add_recipe_options(*command, *arguments);
  add_run_options(*command, *arguments);
  command->callback([arguments, &exit_code] {
    const Result<int> outcome = train(*arguments);
    exit_code = outcome ? outcome.value() : exit_code_of(outcome.error());
  });
}

}  // namespace inkling::cli
