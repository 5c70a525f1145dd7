// SPDX-License-Identifier: MIT
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include "core/adapt/CorrectionLearner.h"
#include "core/cli/ExitCode.h"
#include "core/cli/commands/Commands.h"
#include "core/cli/commands/Options.h"
#include "core/cli/files/DataFile.h"
#include "core/cli/files/File.h"
#include "core/cli/output/Print.h"
#include "core/cli/output/ProgressLine.h"
#include "core/model/ModelFile.h"

namespace inkling::cli {

namespace {

struct LearnArguments {
  std::filesystem::path model, corrections, out, replay;
  ImageChanges image_changes;
  adapt::CorrectionOptions options;
  int threads = default_threads();
  bool json = false;
};

void print(const adapt::CorrectionProgress& progress, bool digits) {
  const auto [images, before, after] = progress.replay;
  const auto percent = [&](std::size_t right) {
    return 100 * static_cast<double>(right) / static_cast<double>(images);
  };
  std::printf("corrections:  %zu of %zu right (before: %zu)\n", progress.corrections.correct_after,
              progress.corrections.images, progress.corrections.correct_before);
  std::printf("%s %.1f%% of %zu right (before: %.1f%%)\n",
              digits ? "other digits:" : "other images:", percent(after), images, percent(before));
}

Status learn(const LearnArguments& arguments) {
  if (Status writable = check_writable(arguments.out); !writable) return writable;
  const auto model = load_model(arguments.model);
  if (!model) return model.error();
  auto data = load_images(arguments.corrections, arguments.image_changes);
  if (!data) return data.error();
  data::Dataset& corrections = data.value().dataset;
  std::optional<io::Import> replay;
  if (!arguments.replay.empty()) {
    auto loaded = load_images(arguments.replay, arguments.image_changes);
    if (!loaded) return loaded.error();
    replay = std::move(loaded).value();
  }
  data::Dataset* const replay_data = replay ? &replay->dataset : nullptr;
  if (Status checked = adapt::check_corrections(model.value(), corrections, replay_data); !checked)
    return Error{arguments.corrections.string() + ": " + checked.error().message};
  print_import_report(arguments.corrections, data.value().summary);
  ThreadPool pool(arguments.threads);
  adapt::CorrectionLearner learner(model.value(), corrections, arguments.options, pool, replay_data);
  ProgressLine line;
  while (learner.running()) line.update(learner.advance().done, "learning");
  line.clear();
  const adapt::CorrectionProgress& progress = learner.progress();
  if (progress.state == adapt::CorrectionProgress::State::failed) return Error{progress.message};
  if (Status written = write_file(arguments.out, model::write_model(learner.model())); !written)
    return written;
  if (arguments.json) {
    print_json({{"corrections", to_json(progress.corrections)},
                {"rehearsal", to_json(progress.replay)},
                {"out", arguments.out.string()}});
  } else {
    print(progress, are_digits(model.value().classes));
  }
  return success();
}

}  // namespace

void add_learn_command(CLI::App& app, int& exit_code) {
  const auto arguments = std::make_shared<LearnArguments>();
  CLI::App* command = app.add_subcommand(
      "learn", "Train a copy of a model on your corrections without forgetting other digits");
  add_model_argument(*command, arguments->model);
  command
      ->add_option("corrections", arguments->corrections,
                   "Labelled images that the model misreads: " + data_formats)
      ->required();
  command->add_option("--out", arguments->out, "Corrected model to write (.safetensors)")->required();
  command->add_option("--seed", arguments->options.seed, "Random seed. The same seed gives the same weights")
      ->capture_default_str();
  command->add_option(
      "--replay", arguments->replay,
      "Labelled images that the model must not forget, such as its training data (default for "
      "digits: synthetic ones): " +
          data_formats);
  add_image_options(*command, arguments->image_changes);
  add_threads_option(*command, arguments->threads);
  add_json_option(*command, arguments->json);
  command->callback([arguments, &exit_code] { exit_code = report_status(learn(*arguments)); });
}

}  // namespace inkling::cli
