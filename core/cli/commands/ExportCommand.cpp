// SPDX-License-Identifier: MIT
#include <cstdio>
#include <filesystem>
#include <memory>

#include "core/cli/ExitCode.h"
#include "core/cli/commands/Commands.h"
#include "core/cli/commands/Options.h"
#include "core/cli/files/File.h"
#include "core/cli/output/Print.h"
#include "core/eval/ModelCard.h"
#include "core/model/ModelFile.h"
#include "core/model/Onnx.h"

namespace inkling::cli {

namespace {

struct ExportArguments {
  std::filesystem::path model, safetensors, onnx, card;
  bool json = false;
};

void print(const ExportArguments& arguments) {
  if (!arguments.safetensors.empty()) std::printf("model: %s\n", printable(arguments.safetensors).c_str());
  if (!arguments.onnx.empty()) {
    std::printf(
        "ONNX model: %s\n  input   [batch, 1, 28, 28], ink 1 on paper 0\n  outputs logits, probabilities\n",
        printable(arguments.onnx).c_str());
  }
  if (!arguments.card.empty()) std::printf("model card: %s\n", printable(arguments.card).c_str());
}

Status export_model(const ExportArguments& arguments) {
  if (arguments.safetensors.empty() && arguments.onnx.empty() && arguments.card.empty())
    return Error{"Nothing to export. Give --onnx FILE, --card FILE or --safetensors FILE.",
                 Error::Kind::usage};
  const auto model = load_model(arguments.model);
  if (!model) return model.error();
  if (!arguments.safetensors.empty()) {
    if (Status written = write_file(arguments.safetensors, model::write_model(model.value())); !written)
      return written;
  }
  if (!arguments.onnx.empty()) {
    if (Status written = write_file(arguments.onnx, model::write_onnx(model.value())); !written)
      return written;
  }
  if (!arguments.card.empty()) {
    if (Status written = write_file(arguments.card, eval::model_card_markdown(model.value())); !written)
      return written;
  }
  if (arguments.json) {
    print_json({{"onnx", arguments.onnx.string()},
                {"card", arguments.card.string()},
                {"safetensors", arguments.safetensors.string()}});
  } else {
    print(arguments);
  }
  return success();
}

}  // namespace

void add_export_command(CLI::App& app, int& exit_code) {
  const auto arguments = std::make_shared<ExportArguments>();
  CLI::App* command =
      app.add_subcommand("export", "Export a model as ONNX, as a model card or in the current model format");
  add_model_argument(*command, arguments->model);
  command->add_option("--safetensors", arguments->safetensors,
                      "Model file to write in the current format (.safetensors)");
  command->add_option("--onnx", arguments->onnx, "ONNX file to write (opset 13)");
  command->add_option("--card", arguments->card, "Model card to write (Markdown)");
  add_json_option(*command, arguments->json);
  command->callback([arguments, &exit_code] { exit_code = report_status(export_model(*arguments)); });
}

}  // namespace inkling::cli
