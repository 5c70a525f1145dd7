#include <cstdio>
#include <filesystem>
#include <memory>

#include "core/adapt/CorrectionLearner.h"
#include "core/cli/ExitCode.h"
#include "core/cli/commands/Commands.h"
#include "core/cli/files/DataFile.h"
#include "core/cli/files/File.h"
#include "core/cli/output/Json.h"
#include "core/cli/output/ProgressLine.h"

namespace inkling::cli {

namespace {

struct LearnArguments {
  std::filesystem::path model, corrections, out;
  adapt::CorrectionOptions options;
  int threads = all_cores();
  bool json = false;
};

Json to_json(const adapt::BeforeAfter& counts) {
  return {
      {"images", counts.images}, {"right_before", counts.right_before}, {"right_after", counts.right_after}};
}

void print(const adapt::CorrectionProgress& progress) {
  const auto [images, before, after] = progress.replay;
  const auto share = [&](std::size_t right) {
    return 100 * static_cast<double>(right) / static_cast<double>(images);
  };
  std::printf("%zu of %zu corrections are read right (%zu before)\n", progress.corrections.right_after,
              progress.corrections.images, progress.corrections.right_before);
  std::printf("%.1f %% of %zu other digits, which it was not shown (%.1f %% before)\n", share(after), images,
              share(before));
}

Status learn(const LearnArguments& arguments) {
  if (Status writable = check_writable(arguments.out); !writable) return writable;
  const auto model = load_model(arguments.model);
  if (!model) return model.error();
  const auto data = load_data(arguments.corrections);
  if (!data) return data.error();
  const data::Dataset& corrections = data.value().dataset;
  if (Status checked = adapt::check_corrections(corrections); !checked)
    return Error{arguments.corrections.string() + ": " + checked.error().message};
  ThreadPool pool(arguments.threads);
  adapt::CorrectionLearner learning(model.value(), corrections, arguments.options, pool);
  ProgressLine line;
  while (learning.running()) line.update(learning.advance().done, "learning");
  line.clear();
  const adapt::CorrectionProgress& progress = learning.progress();
  if (progress.state == adapt::CorrectionProgress::State::failed) return Error{progress.message};
  if (Status written = write_file(arguments.out, model::write_model(learning.model())); !written)
    return written;
  if (!arguments.json) {
    print(progress);
    return success();
  }
  const Json json = {{"corrections", to_json(progress.corrections)},
                     {"rehearsal", to_json(progress.replay)},
                     {"out", arguments.out.string()}};
  std::printf("%s\n", json.dump().c_str());
  return success();
}

}  // namespace

void add_learn_command(CLI::App& app, int& exit_code) {
  const auto arguments = std::make_shared<LearnArguments>();
  CLI::App* command =
      app.add_subcommand("learn", "Teach a model to read some digits right, while it forgets nothing else");
  command->add_option("model", arguments->model, "A model file (.safetensors)")->required();
  command
      ->add_option("corrections", arguments->corrections,
                   "Labelled digits that it misreads: strokes .jsonl, CSV, CSV.gz or IDX")
      ->required();
  command->add_option("--out", arguments->out, "Where to write the model that has learned")->required();
  command->add_option("--seed", arguments->options.seed, "The same seed gives the same weights")
      ->capture_default_str();
  command->add_option("--threads", arguments->threads, "[all cores]")->check(CLI::Range(1, most_threads));
  command->add_flag("--json", arguments->json, "One JSON object on stdout");
  command->callback([arguments, &exit_code] { exit_code = exit_code_of(learn(*arguments)); });
}

}  // namespace inkling::cli
