// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <type_traits>

#include "core/base/Text.h"
#include "core/cli/ExitCode.h"
#include "core/cli/commands/Commands.h"
#include "core/cli/commands/Options.h"
#include "core/cli/files/File.h"
#include "core/cli/mpi/Processes.h"
#include "core/cli/output/Print.h"
#include "core/cli/train/Report.h"
#include "core/cli/train/TrainingData.h"
#include "core/cli/train/TrainingLoop.h"
#include "core/eval/FitCalibration.h"
#include "core/eval/Predictions.h"
#include "core/io/Import.h"
#include "core/model/ModelFile.h"
#include "core/model/Preset.h"
#include "core/train/Hyperparameters.h"
#include "core/train/TrainedModel.h"

namespace inkling::cli {

namespace {

train::TrainingSettings settings_from(const TrainArguments& arguments, const model::Preset& preset) {
  train::TrainingSettings settings = train::default_settings(preset);
  for (const auto& change : arguments.setting_changes) change(settings);
  return settings;
}

/// Measures the model on images that were not used for training or selection, and records it in its info.
Json test(model::Model& model, const data::Dataset& dataset, ThreadPool& pool,
          distributed::Communicator& communicator) {
  const eval::Metrics metrics =
      eval::evaluate(eval::predict(model, dataset, pool, eval::Tta::when_unsure, communicator), dataset);
  model.info.accuracy = metrics.accuracy();
  model.info.protocol =
      "read " + group_thousands(metrics.images()) + " test images once, after the last epoch";
  return to_json(metrics, model.classes);
}

/// The selected weights as a model, rounded and calibrated. Adds what was measured to the report.
Result<model::Model> finish_model(const train::Trainer& trainer, const TrainingData& data,
                                  const TrainArguments& arguments, std::string_view title, ThreadPool& pool,
                                  distributed::Communicator& communicator, Json& report) {
  const std::uint64_t seed = trainer.options().seed;
  model::Model model = train::trained_model(trainer, data.images.dataset, title, seed);
  if (!arguments.data_title.empty()) model.info.data = arguments.data_title;
  if (arguments.precision == model::Precision::half) {
    if (const Status rounded = model::round_to_half(model); !rounded) return rounded.error();
  }
  if (trainer.validation().size() > 0)
    report["calibration"] =
        to_json(eval::calibrate(model, trainer.validation(), pool, communicator, arguments.accept));
  if (data.test_images) report["test"] = test(model, *data.test_images, pool, communicator);
  return model;
}

/// Trains, writes the model and reports; returns the exit code.
Result<int> train_on(const TrainingData& data, const model::Preset& preset,
                     const train::TrainingOptions& options, const TrainArguments& arguments,
                     distributed::Communicator& communicator) {
  const data::Dataset& dataset = data.images.dataset;
  ThreadPool pool(arguments.threads);
  data::Split parts = data::split(data.images, options.validation_share, options.seed);
  data::oversample_stroke_images(parts.training, dataset, arguments.repeat_strokes);
  train::Trainer trainer(model::classifier_of(preset, dataset.classes.size()),
                         {&dataset, std::move(parts.training)}, {&dataset, std::move(parts.validation)},
                         options, pool, communicator);
  if (!arguments.json) print_layers(trainer.network());
  const auto run = run_training(trainer, arguments, communicator);
  if (!run) return run.error();
  const auto& [history, images, seconds, signal] = run.value();
  if (signal != 0) return exit_signal + signal;
  if (trainer.progress().state == train::Progress::State::failed) return Error{trainer.progress().message};

  Json report = report_json(trainer, history, images, seconds);
  if (!are_digits(dataset.classes)) report["classes"] = dataset.classes;
  if (data.images.sources.size() > 1)
    report["sources"] = sources_json(trainer, data.images.sources, pool, communicator);
  const auto model = finish_model(trainer, data, arguments, preset.title, pool, communicator, report);
  if (!model) return model.error();
  if (!communicator.is_root()) return exit_success;
  if (const Status written = write_file(arguments.model, model::write_model(model.value())); !written)
    return written.error();
  if (arguments.json) {
    print_json(report);
  } else {
    print_report(report, arguments.model);
  }
  return exit_success;
}

Result<int> train(const TrainArguments& arguments) {
  const auto communicator = join_processes();
  const auto recipe = model::find_preset(arguments.preset);
  if (!recipe) return recipe.error();
  const auto options = train::training_options(recipe.value(), settings_from(arguments, recipe.value()));
  if (!options) return options.error();
  const auto data = load_and_broadcast(arguments, options.value(), *communicator);
  if (!data) return data.error();
  const data::Dataset& dataset = data.value().images.dataset;
  const auto preset = model::find_preset(arguments.preset, arguments.architecture, dataset.classes.size());
  if (!preset) return preset.error();
  const Status checked = train::check_training_data(dataset, options.value().validation_share);
  if (!checked) return checked.error();
  return train_on(data.value(), preset.value(), options.value(), arguments, *communicator);
}

/// "the preset's", or the value where all presets have the same.
template <class Parameter>
std::string default_text(const Parameter& parameter) {
  const auto text_of = [&](const model::Preset& preset) { return parameter.text({.recipe = preset.recipe}); };
  const std::string first = text_of(model::presets().front());
  const bool same = std::ranges::all_of(
      model::presets(), [&](const model::Preset& preset) { return text_of(preset) == first; });
  return same ? first : "the preset's";
}

void add_hyperparameters(CLI::App& command, TrainArguments& arguments) {
  train::for_each_hyperparameter([&](const auto& parameter) {
    const auto member = parameter.setting;
    using Setting = std::remove_cvref_t<decltype(train::TrainingSettings{}.*member)>;
    const auto change = [&arguments, member](const Setting& value) {
      arguments.setting_changes.push_back(
          [member, value](train::TrainingSettings& settings) { settings.*member = value; });
    };
    const std::string help = parameter.help + (" (default: " + default_text(parameter) + ")");
    command.add_option_function<Setting>(parameter.flag(), change, help)
        ->type_name(parameter.domain.values())
        ->group("Hyper-parameters");
  });
}

void add_data_options(CLI::App& command, TrainArguments& arguments) {
  command.add_option("data", arguments.data, "Labelled images, one or more: " + data_formats)->required();
  command
      .add_option("--repeat-strokes", arguments.repeat_strokes, "How often each drawing is used per epoch")
      ->check(CLI::Range(1, 100))
      ->capture_default_str();
  command.add_option("--non-digits", arguments.non_digits,
                     "Drawings that aren't digits, which the model learns to reject: " + data_formats +
                         ". Labels are ignored");
  command
      .add_option("--collages", arguments.collages,
                  "Number of extra non-digits to compose from the strokes of --non-digits")
      ->check(CLI::Range(std::size_t{0}, io::maximum_images))
      ->capture_default_str();
  command
      .add_option("--accept", arguments.accept,
                  "Share of the held-out digits to accept: a lower share rejects more non-digits")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  add_image_options(command, arguments.image_changes);
  command.add_option("--test", arguments.test_data, "Labelled test data to measure the finished model on");
}

void add_model_options(CLI::App& command, TrainArguments& arguments) {
  command.add_option("--model", arguments.model, "Model file to write (.safetensors)")->required();
  command.add_option("--preset", arguments.preset, "article, fast or accurate")->capture_default_str();
  command.add_option("--architecture", arguments.architecture,
                     "Network to train instead of the preset's: \"flatten | dense 32 | relu | dense 10\"");
  command
      .add_option("--precision", arguments.precision,
                  "Precision of the weights in the model file (default: single)")
      ->transform(choice_of({{"single", std::to_string(static_cast<int>(model::Precision::single))},
                             {"half", std::to_string(static_cast<int>(model::Precision::half))}}))
      ->type_name("single|half")
      ->default_str("");
  command.add_option("--data-title", arguments.data_title, "Name of the data on the model card");
}

void add_run_options(CLI::App& command, TrainArguments& arguments) {
  add_threads_option(command, arguments.threads);
  CLI::Option* checkpoint =
      command.add_option("--checkpoint", arguments.checkpoint,
                         "File to save the run to, after each epoch and every 10 s; Ctrl-C saves and stops");
  command.add_flag("--resume", arguments.resume, "Continue from the checkpoint, if it exists")
      ->needs(checkpoint);
  add_json_option(command, arguments.json);
}

}  // namespace

/// A flag needs a member of TrainArguments. One of a hyper-parameter comes from core/train/Hyperparameters.h.
void add_train_command(CLI::App& app, int& exit_code) {
  const auto arguments = std::make_shared<TrainArguments>();
  CLI::App* command = app.add_subcommand("train", "Train a network on labelled digits or other classes");
  add_data_options(*command, *arguments);
  add_model_options(*command, *arguments);
  add_run_options(*command, *arguments);
  add_hyperparameters(*command, *arguments);
  command->callback([arguments, &exit_code] {
    const Result<int> outcome = train(*arguments);
    exit_code = outcome ? outcome.value() : report_status(outcome.error());
  });
}

}  // namespace inkling::cli
