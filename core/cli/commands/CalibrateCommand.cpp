// SPDX-License-Identifier: MIT
#include <filesystem>
#include <memory>

#include "core/cli/ExitCode.h"
#include "core/cli/commands/Commands.h"
#include "core/cli/commands/Options.h"
#include "core/cli/files/DataFile.h"
#include "core/cli/files/File.h"
#include "core/cli/output/MetricsJson.h"
#include "core/cli/output/Print.h"
#include "core/eval/FitCalibration.h"
#include "core/model/ModelFile.h"

namespace inkling::cli {

namespace {

struct CalibrateArguments {
  std::filesystem::path model, data, out;
  ImageChanges image_changes;
  double accept = eval::default_acceptance_rate;
  int threads = default_threads();
  bool json = false;
};

Status calibrate_file(const CalibrateArguments& arguments) {
  if (Status writable = check_writable(arguments.out); !writable) return writable;
  auto model = load_model(arguments.model);
  if (!model) return model.error();
  auto data = load_images(arguments.data, arguments.image_changes);
  if (!data) return data.error();
  data::Dataset& dataset = data.value().dataset;
  if (!dataset.labelled())
    return Error{arguments.data.string() + ": no labels. Calibration needs labelled images."};
  if (const Status matched = data::match_classes(dataset, model.value().classes); !matched)
    return Error{arguments.data.string() + ": " + matched.error().message};
  print_import_report(arguments.data, data.value().summary);
  ThreadPool pool(arguments.threads);
  const eval::CalibrationFit fit = eval::calibrate(model.value(), data::whole(dataset), pool,
                                                   distributed::single_process(), arguments.accept);
  if (Status written = write_file(arguments.out, model::write_model(model.value())); !written) return written;
  Json json = to_json(fit);
  json["images"] = dataset.size();
  json["out"] = arguments.out.string();
  arguments.json ? print_json(json) : print_calibration(json);
  return success();
}

}  // namespace

void add_calibrate_command(CLI::App& app, int& exit_code) {
  const auto arguments = std::make_shared<CalibrateArguments>();
  CLI::App* command = app.add_subcommand(
      "calibrate", "Recalibrate a model's confidence and non-digit threshold on other data");
  add_model_argument(*command, arguments->model);
  command->add_option("data", arguments->data, "Labelled images not used in training: " + data_formats)
      ->required();
  command->add_option("--out", arguments->out, "Calibrated model to write (.safetensors)")->required();
  command->add_option("--accept", arguments->accept, "Share of the images to accept as one of the classes")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  add_image_options(*command, arguments->image_changes);
  add_threads_option(*command, arguments->threads);
  add_json_option(*command, arguments->json);
  command->callback([arguments, &exit_code] { exit_code = report_status(calibrate_file(*arguments)); });
}

}  // namespace inkling::cli
