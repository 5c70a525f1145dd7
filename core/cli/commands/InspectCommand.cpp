#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

#include "core/base/Text.h"
#include "core/cli/ExitCode.h"
#include "core/cli/commands/Commands.h"
#include "core/cli/files/DataFile.h"
#include "core/cli/files/File.h"
#include "core/cli/output/Json.h"
#include "core/cli/output/Table.h"
#include "core/nn/Architecture.h"
#include "core/nn/Summary.h"

namespace inkling::cli {

namespace {

struct InspectArguments {
  std::filesystem::path path;
  bool json = false;
};

Json calibration_json(const std::optional<model::Calibration>& calibration) {
  if (!calibration) return nullptr;
  return {{"temperature", calibration->temperature}, {"least_energy", calibration->energy_threshold}};
}

Json model_json(const model::Model& model) {
  Json layers = Json::array();
  for (const nn::LayerSummary& line : nn::summarise(model.network)) {
    layers.push_back({{"name", line.name}, {"output", line.output}, {"weights", line.weights}});
  }
  const model::ModelInfo& card = model.card;
  return {{"kind", "model"},
          {"title", card.title},
          {"architecture", nn::architecture_of(model.network)},
          {"layers", layers},
          {"weights", nn::learned_weight_count(model.network)},
          {"precision", model::name_of(model.precision)},
          {"seed", card.seed},
          {"data", card.data},
          {"data_fingerprint", card.data_fingerprint},
          {"accuracy", card.accuracy ? Json(*card.accuracy) : Json(nullptr)},
          {"protocol", card.protocol},
          {"calibration", calibration_json(model.calibration)}};
}

void print_model(const model::Model& model) {
  const model::ModelInfo& card = model.card;
  std::printf("%s\n\n", card.title.empty() ? "A model without a title" : card.title.c_str());
  print_layers(model.network);
  if (model.precision == model::Precision::half) std::printf("stored as    half floats\n");
  if (!card.data.empty()) std::printf("trained on   %s\n", card.data.c_str());
  if (card.accuracy) std::printf("accuracy     %.2f %%: %s\n", 100 * *card.accuracy, card.protocol.c_str());
  if (model.calibration) {
    std::printf("calibrated   temperature %.3g, no digit below energy %.3g\n", model.calibration->temperature,
                model.calibration->energy_threshold);
  }
}

/// The first of them, as are listed.
Json left_out_json(const io::ImportReport& damage) {
  Json list = Json::array();
  for (const io::RejectedRow& refused : damage.refused)
    list.push_back({{"row", refused.row}, {"reason", io::describe(refused)}});
  return list;
}

Json data_json(const io::Import& data) {
  const io::ImportSummary& summary = data.summary;
  return {{"kind", "data"},
          {"format", summary.format},
          {"images", data.dataset.size()},
          {"columns", summary.columns},
          {"labelled", data.dataset.labelled()},
          {"label_column", summary.label_column ? Json(*summary.label_column) : Json(nullptr)},
          {"histogram", data::label_histogram(data.dataset.labels)},
          {"cells_repaired", summary.damage.cells_repaired},
          {"rows_left_out", summary.damage.rows_refused},
          {"left_out", left_out_json(summary.damage)},
          {"details", summary.details}};
}

void print_data(const io::Import& data) {
  const io::ImportSummary& summary = data.summary;
  std::printf("%s, %s images of 28x28", summary.format.c_str(), group_thousands(data.dataset.size()).c_str());
  if (summary.columns > 0) std::printf(", %zu columns", summary.columns);
  std::printf("\n%s\n", summary.details.c_str());
  if (data.dataset.labelled()) {
    const auto histogram = data::label_histogram(data.dataset.labels);
    for (std::size_t label = 0; label < class_count; ++label) {
      std::printf("%zu  %8s\n", label, group_thousands(histogram[label]).c_str());
    }
  }
  const std::string repairs = io::describe_repairs(summary.damage);
  std::printf("%s\n", repairs.empty() ? "no cells repaired" : repairs.c_str());
  const std::string refused = io::describe_refused(summary.damage, summary.rows);
  std::printf("%s\n", refused.empty() ? "no rows left out" : refused.c_str());
}

/// A model's file starts with the length of its header, and the header with a brace.
bool looks_like_model(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  char first[9] = {};
  file.read(first, sizeof first);
  return path.extension() == ".safetensors" || (file.gcount() == 9 && first[8] == '{' && first[7] == 0);
}

Status inspect(const InspectArguments& arguments) {
  if (looks_like_model(arguments.path)) {
    const auto model = load_model(arguments.path);
    if (!model) return model.error();
    if (arguments.json) {
      std::printf("%s\n", model_json(model.value()).dump().c_str());
    } else {
      print_model(model.value());
    }
    return success();
  }
  const auto data = load_data(arguments.path);
  if (!data) return data.error();
  if (arguments.json) {
    std::printf("%s\n", data_json(data.value()).dump().c_str());
  } else {
    print_data(data.value());
  }
  return success();
}

}  // namespace

void add_inspect_command(CLI::App& app, int& exit_code) {
  const auto arguments = std::make_shared<InspectArguments>();
  CLI::App* command = app.add_subcommand("inspect", "Show what is in a model or a data file");
  command->add_option("file", arguments->path, "A model (.safetensors) or data of any form")->required();
  command->add_flag("--json", arguments->json, "One JSON object on stdout");
  command->callback([arguments, &exit_code] { exit_code = exit_code_of(inspect(*arguments)); });
}

}  // namespace inkling::cli
