#include <cstdio>
#include <filesystem>
#include <memory>

#include "core/cli/ExitCode.h"
#include "core/cli/commands/Commands.h"
#include "core/cli/files/File.h"
#include "core/cli/output/Json.h"
#include "core/eval/ModelCard.h"
#include "core/model/Onnx.h"

namespace inkling::cli {

namespace {

struct ExportArguments {
  std::filesystem::path model, onnx, card;
  bool json = false;
};

/// Nothing where the path is empty: that file was not asked for.
Status write_wanted(const std::filesystem::path& path, std::span<const std::uint8_t> bytes) {
  return path.empty() ? success() : write_file(path, bytes);
}

void print(const ExportArguments& arguments) {
  if (!arguments.onnx.empty()) {
    std::printf(
        "%s takes images [batch, 1, 28, 28] with ink 1 on paper 0, and gives logits and probabilities\n",
        arguments.onnx.c_str());
  }
  if (!arguments.card.empty()) std::printf("%s tells what the model is\n", arguments.card.c_str());
}

Status export_model(const ExportArguments& arguments) {
  if (arguments.onnx.empty() && arguments.card.empty())
    return Error{"Say what to write: --onnx FILE, --card FILE, or both.", Error::Kind::usage};
  const auto model = load_model(arguments.model);
  if (!model) return model.error();
  const auto& onnx = arguments.onnx.empty() ? std::vector<std::uint8_t>() : model::write_onnx(model.value());
  if (Status written = write_wanted(arguments.onnx, onnx); !written) return written;
  const std::string card = eval::model_card(model.value());
  const std::span text(reinterpret_cast<const std::uint8_t*>(card.data()), card.size());
  if (Status written = write_wanted(arguments.card, text); !written) return written;
  if (arguments.json) {
    std::printf("%s\n",
                Json{{"onnx", arguments.onnx.string()}, {"card", arguments.card.string()}}.dump().c_str());
  } else {
    print(arguments);
  }
  return success();
}

}  // namespace

void add_export_command(CLI::App& app, int& exit_code) {
  const auto arguments = std::make_shared<ExportArguments>();
  CLI::App* command = app.add_subcommand("export", "Write a model in other forms, for other programs");
  command->add_option("model", arguments->model, "A model file (.safetensors)")->required();
  command->add_option("--onnx", arguments->onnx, "Where to write it as ONNX (opset 13)");
  command->add_option("--card", arguments->card, "Where to write its model card (Markdown)");
  command->add_flag("--json", arguments->json, "One JSON object on stdout");
  command->callback([arguments, &exit_code] { exit_code = exit_code_of(export_model(*arguments)); });
}

}  // namespace inkling::cli
