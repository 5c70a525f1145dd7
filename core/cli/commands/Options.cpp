// SPDX-License-Identifier: MIT
#include "core/cli/commands/Options.h"

#include <algorithm>
#include <thread>

#include "core/base/Text.h"

namespace inkling::cli {

int default_threads() {
  return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, max_threads);
}

CLI::Validator choice_of(Choices choices) {
  const auto replace = [choices = std::move(choices)](std::string& text) {
    std::string names;
    for (const auto& [name, meaning] : choices) {
      if (text == name) {
        text = meaning;
        return std::string();
      }
      names += (names.empty() ? "" : ", ") + name;
    }
    return "There is no choice " + inkling::quoted(text) + ". Choose one of: " + names + ".";
  };
  return CLI::Validator(replace, "");
}

void add_model_argument(CLI::App& command, std::filesystem::path& model) {
  command.add_option("model", model, "Model file (.safetensors)")->required();
}

void add_threads_option(CLI::App& command, int& threads) {
  command.add_option("--threads", threads, "Number of threads (default: all cores)")
      ->check(CLI::Range(1, max_threads));
}

void add_json_option(CLI::App& command, bool& json) {
  command.add_flag("--json", json, "Print one JSON object instead of text");
}

void add_image_options(CLI::App& command, ImageChanges& changes) {
  command.add_flag("--invert", changes.invert, "Invert the images (for those that are dark on light)");
  command.add_flag("--transpose", changes.transpose, "Swap rows and columns of the images (for EMNIST)");
  command
      .add_option(
          "--classes", changes.classes,
          "Classes to use, and their names: \"A,B,C\", \"0=T-shirt,1=Trouser\", or a file of such lines "
          "(default: the labels' own)")
      ->type_name("NAMES|FILE");
}

}  // namespace inkling::cli
