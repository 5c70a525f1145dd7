// SPDX-License-Identifier: MIT
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/Text.h"
#include "core/cli/ExitCode.h"
#include "core/cli/commands/Commands.h"
#include "core/cli/commands/Options.h"
#include "core/cli/files/DataFile.h"
#include "core/cli/files/File.h"
#include "core/cli/output/MetricsJson.h"
#include "core/cli/output/Print.h"
#include "core/data/Appearance.h"
#include "core/nn/Architecture.h"
#include "core/nn/Network.h"

namespace inkling::cli {

namespace {

struct InspectArguments {
  std::filesystem::path path;
  ImageChanges image_changes;
  bool json = false;
};

Json calibration_json(const std::optional<model::Calibration>& calibration) {
  if (!calibration) return nullptr;
  return {{"temperature", calibration->temperature}, {"least_energy", calibration->energy_threshold}};
}

/// Names the classes, if they are not the digits.
void add_classes(Json& json, const ClassNames& classes) {
  if (!are_digits(classes)) json["classes"] = classes;
}

Json model_json(const model::Model& model) {
  Json layers = Json::array();
  for (const nn::LayerSummary& layer : nn::summarise(model.network)) {
    layers.push_back({{"name", layer.name}, {"output", layer.output}, {"weights", layer.weights}});
  }
  const model::ModelInfo& info = model.info;
  Json json = {{"kind", "model"},
               {"title", info.title},
               {"architecture", nn::architecture_of(model.network)},
               {"layers", layers},
               {"weights", nn::learned_weight_count(model.network)},
               {"precision", model::name_of(model.precision)},
               {"seed", info.seed},
               {"data", info.data},
               {"data_fingerprint", info.data_fingerprint},
               {"accuracy", info.accuracy ? Json(*info.accuracy) : Json(nullptr)},
               {"protocol", info.protocol},
               {"calibration", calibration_json(model.calibration)}};
  add_classes(json, model.classes);
  return json;
}

void print_model(const model::Model& model) {
  const model::ModelInfo& info = model.info;
  const auto print_field = [](const char* name, std::string_view value) {
    if (!value.empty()) std::printf("%-12s %s\n", name, escape_control_characters(value).c_str());
  };
  std::printf("%s\n\n",
              info.title.empty() ? "Untitled model" : escape_control_characters(info.title).c_str());
  print_layers(model.network);
  print_field("precision", model::name_of(model.precision));
  if (!are_digits(model.classes)) print_field("classes", list_names(model.classes));
  print_field("trained on", info.data);
  if (info.accuracy) {
    std::printf("%-12s %.2f%% (%s)\n", "accuracy", 100 * *info.accuracy,
                escape_control_characters(info.protocol).c_str());
  }
  if (model.calibration) {
    std::printf("%-12s temperature %.3g, energy threshold %.3g\n", "calibration",
                model.calibration->temperature, model.calibration->energy_threshold);
  }
}

/// The first rejected rows, as many as the report lists.
Json rejected_rows_json(const io::ImportReport& report) {
  Json list = Json::array();
  for (const io::RejectedRow& refused : report.rejected_rows)
    list.push_back({{"row", refused.row}, {"reason", io::describe(refused)}});
  return list;
}

Json skipped_files_json(const io::ImportReport& report) {
  Json list = Json::array();
  for (const io::SkippedFile& file : report.skipped_files)
    list.push_back({{"file", file.name}, {"reason", file.reason.message}});
  return list;
}

Json data_json(const io::Import& data) {
  const io::ImportSummary& summary = data.summary;
  const data::Appearance appearance = data::find_appearance(data.dataset);
  const data::Dataset& dataset = data.dataset;
  Json json = {{"kind", "data"},
               {"format", summary.format},
               {"images", dataset.size()},
               {"columns", summary.columns},
               {"labelled", dataset.labelled()},
               {"label_column", summary.label_column ? Json(*summary.label_column) : Json(nullptr)},
               {"histogram", data::label_histogram(dataset.labels, dataset.classes.size())},
               {"cells_repaired", summary.report.cells_fixed},
               {"rows_left_out", summary.report.rows_rejected},
               {"left_out", rejected_rows_json(summary.report)},
               {"files_left_out", skipped_files_json(summary.report)},
               {"inverted", appearance.inverted},
               {"orientation", data::name_of(appearance.orientation)},
               {"details", io::describe(summary.details)}};
  add_classes(json, dataset.classes);
  return json;
}

void print_histogram(const data::Dataset& dataset) {
  const auto histogram = data::label_histogram(dataset.labels, dataset.classes.size());
  for (std::size_t label = 0; label < histogram.size(); ++label) {
    const std::string images = group_thousands(histogram[label]);
    const std::string name = escape_control_characters(dataset.classes[label]);
    if (are_digits(dataset.classes))
      std::printf("%s  %8s\n", name.c_str(), images.c_str());
    else
      std::printf("%9s  %s\n", images.c_str(), name.c_str());
  }
}

void print_data(const io::Import& data) {
  const io::ImportSummary& summary = data.summary;
  std::printf("%s, %s of 28x28", summary.format.c_str(), pluralize(data.dataset.size(), "image").c_str());
  if (summary.columns > 0) std::printf(", %zu columns", summary.columns);
  std::printf("\n%s\n", escape_control_characters(io::describe(summary.details)).c_str());
  if (data.dataset.labelled()) print_histogram(data.dataset);
  if (const std::string missing = list_names(data::missing_classes(data.dataset)); !missing.empty())
    std::printf("no images of %s\n", missing.c_str());
  for (const std::string& warning : appearance_warnings(data.dataset)) std::printf("%s\n", warning.c_str());
  const std::string fixes = io::describe_fixes(summary.report);
  std::printf("%s\n", fixes.empty() ? "no cells fixed" : escape_control_characters(fixes).c_str());
  const std::string rejected = io::describe_rejected_rows(summary.report, summary.rows);
  std::printf("%s\n", rejected.empty() ? "no rows skipped" : escape_control_characters(rejected).c_str());
  const std::string skipped = io::describe_skipped_files(summary.report);
  if (!skipped.empty()) std::printf("%s\n", escape_control_characters(skipped).c_str());
}

/// By its name, or as a safetensors file: the length of its header (8 bytes, little-endian), and the header's
/// brace.
bool looks_like_model(const std::filesystem::path& path) {
  const std::string extension = path.extension().string();
  for (const std::string_view known : {".safetensors", ".pt", ".pth", ".onnx", ".tflite", ".gguf"})
    if (extension == known) return true;
  std::ifstream file(path, std::ios::binary);
  char first[9] = {};
  file.read(first, sizeof first);
  return file.gcount() == 9 && first[8] == '{' && first[7] == 0;
}

Status inspect_model(const InspectArguments& arguments) {
  const auto model = load_model(arguments.path);
  if (!model) return model.error();
  arguments.json ? print_json(model_json(model.value())) : print_model(model.value());
  return success();
}

Status inspect_data(const InspectArguments& arguments) {
  const auto data = load_images(arguments.path, arguments.image_changes);
  if (!data) return data.error();
  arguments.json ? print_json(data_json(data.value())) : print_data(data.value());
  return success();
}

Status inspect(const InspectArguments& arguments) {
  return looks_like_model(arguments.path) ? inspect_model(arguments) : inspect_data(arguments);
}

}  // namespace

void add_inspect_command(CLI::App& app, int& exit_code) {
  const auto arguments = std::make_shared<InspectArguments>();
  CLI::App* command = app.add_subcommand("inspect", "Show what's in a model or data file");
  command
      ->add_option("file", arguments->path,
                   "Model (.safetensors) or data in any supported format, or a folder or ZIP")
      ->required();
  add_image_options(*command, arguments->image_changes);
  add_json_option(*command, arguments->json);
  command->callback([arguments, &exit_code] { exit_code = report_status(inspect(*arguments)); });
}

}  // namespace inkling::cli
