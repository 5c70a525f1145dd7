#include <cstdio>
#include <filesystem>
#include <memory>

#include "core/cli/ExitCode.h"
#include "core/cli/commands/Commands.h"
#include "core/cli/files/DataFile.h"
#include "core/cli/files/File.h"
#include "core/cli/output/Json.h"
#include "core/cli/output/Table.h"
#include "core/eval/Calibrate.h"

namespace inkling::cli {

namespace {

struct CalibrateArguments {
  std::filesystem::path model, data, out;
  double accept = eval::usual_acceptance;
  int threads = all_cores();
  bool json = false;
};

Status calibrate_file(const CalibrateArguments& arguments) {
  if (Status writable = check_writable(arguments.out); !writable) return writable;
  auto model = load_model(arguments.model);
  if (!model) return model.error();
  const auto data = load_data(arguments.data);
  if (!data) return data.error();
  const data::Dataset& dataset = data.value().dataset;
  if (!dataset.labelled())
    return Error{arguments.data.string() + ": has no labels; calibration needs to know what is right."};
  tell_damage(arguments.data, data.value().summary);
  ThreadPool pool(arguments.threads);
  const eval::CalibrationFit fit = eval::calibrate(model.value(), data::whole(dataset), pool,
                                                   distributed::single_process(), arguments.accept);
  if (Status written = write_file(arguments.out, model::write_model(model.value())); !written) return written;
  Json json = to_json(fit);
  if (!arguments.json) {
    print_calibration(json);
    return success();
  }
  json["images"] = dataset.size();
  json["out"] = arguments.out.string();
  std::printf("%s\n", json.dump().c_str());
  return success();
}

}  // namespace

void add_calibrate_command(CLI::App& app, int& exit_code) {
  const auto arguments = std::make_shared<CalibrateArguments>();
  CLI::App* command = app.add_subcommand(
      "calibrate", "Fit how sure a model is, and what it takes for a digit, to other data");
  command->add_option("model", arguments->model, "A model file (.safetensors)")->required();
  command
      ->add_option("data", arguments->data,
                   "Labelled digits that it was not trained on: CSV, CSV.gz, IDX or strokes .jsonl")
      ->required();
  command->add_option("--out", arguments->out, "Where to write the calibrated model")->required();
  command->add_option("--accept", arguments->accept, "Share of digits to take for digits")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  command->add_option("--threads", arguments->threads, "[all cores]")->check(CLI::Range(1, most_threads));
  command->add_flag("--json", arguments->json, "One JSON object on stdout");
  command->callback([arguments, &exit_code] { exit_code = exit_code_of(calibrate_file(*arguments)); });
}

}  // namespace inkling::cli
