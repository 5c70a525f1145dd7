// SPDX-License-Identifier: MIT
#include "core/cli/output/Print.h"

#include <cstdio>

#include "core/base/Text.h"
#include "core/data/Appearance.h"
#include "core/nn/Network.h"

namespace inkling::cli {

std::string printable(const std::filesystem::path& path) {
  return escape_control_characters(path.string());
}

void print_json(const Json& json) {
  constexpr bool ascii_only = true;
  std::printf("%s\n", json.dump(-1, ' ', ascii_only, Json::error_handler_t::replace).c_str());
}

void print_layers(const nn::Network& network) {
  std::printf("%-22s %-12s %10s\n", "layer", "output", "weights");
  for (const nn::LayerSummary& layer : nn::summarise(network)) {
    std::printf("%-22s %-12s %10s\n", layer.name.c_str(), layer.output.c_str(),
                group_thousands(layer.weights).c_str());
  }
  std::printf("%-22s %-12s %10s\n\n", "total", "",
              group_thousands(nn::learned_weight_count(network)).c_str());
}

void print_calibration(const Json& fit) {
  std::printf("calibration: temperature %.3g, error %.2f%% (before: %.2f%%), energy threshold %.3g\n",
              fit["temperature"].get<double>(), 100 * fit["ece_after"].get<double>(),
              100 * fit["ece_before"].get<double>(), fit["least_energy"].get<double>());
}

void print_import_report(const std::filesystem::path& path, const io::ImportSummary& summary) {
  for (const std::string& line :
       {io::describe_fixes(summary.report), io::describe_rejected_rows(summary.report, summary.rows),
        io::describe_skipped_files(summary.report)}) {
    if (!line.empty())
      std::fprintf(stderr, "%s: %s\n", printable(path).c_str(), escape_control_characters(line).c_str());
  }
}

std::vector<std::string> appearance_warnings(const data::Dataset& dataset) {
  const data::Appearance appearance = data::find_appearance(dataset);
  std::vector<std::string> warnings;
  if (appearance.inverted) warnings.emplace_back("The images are dark on light. Use --invert.");
  if (appearance.orientation == data::Orientation::transposed)
    warnings.emplace_back("The digits lie on their side, as in EMNIST. Use --transpose.");
  else if (appearance.orientation != data::Orientation::upright)
    warnings.emplace_back("The digits are " + std::string(data::name_of(appearance.orientation)) +
                          ". Please turn the images.");
  return warnings;
}

void print_appearance(const std::filesystem::path& path, const data::Dataset& dataset) {
  for (const std::string& warning : appearance_warnings(dataset))
    std::fprintf(stderr, "%s: %s\n", printable(path).c_str(), warning.c_str());
}

}  // namespace inkling::cli
