#include "core/cli/output/Table.h"

#include <cstdio>

#include "core/base/Text.h"
#include "core/nn/Summary.h"

namespace inkling::cli {

void print_layers(const nn::Network& network) {
  std::printf("%-22s %-12s %10s\n", "layer", "output", "weights");
  for (const nn::LayerSummary& line : nn::summarise(network)) {
    std::printf("%-22s %-12s %10s\n", line.name.c_str(), line.output.c_str(),
                group_thousands(line.weights).c_str());
  }
  std::printf("%-22s %-12s %10s\n\n", "in all", "",
              group_thousands(nn::learned_weight_count(network)).c_str());
}

void print_calibration(const Json& fit) {
  std::printf("calibrated: temperature %.3g, error %.2f %% (before: %.2f %%), no digit below energy %.3g\n",
              fit["temperature"].get<double>(), 100 * fit["ece_after"].get<double>(),
              100 * fit["ece_before"].get<double>(), fit["least_energy"].get<double>());
}

}  // namespace inkling::cli
