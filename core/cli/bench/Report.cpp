#include "core/cli/bench/Report.h"

#include <algorithm>

#include "core/cli/bench/Nets.h"
#include "core/cli/bench/Peak.h"

namespace inkling::cli {

namespace {

Json to_json(const Spread& spread) {
  return {{"median", spread.median}, {"least", spread.least}, {"most", spread.most}};
}

/// The best of all kinds of vectors on so many threads; each is told.
double best_of_units(int threads, const Effort& effort, Json& told) {
  double best = 0;
  ThreadPool pool(threads);
  for (const VectorUnit& unit : vector_units()) {
    const Spread gflops = peak_gflops(unit, effort, pool);
    best = std::max(best, gflops.median);
    Json json = {{"vectors", unit.name}, {"threads", threads}};
    json.update(to_json(gflops));
    told.push_back(std::move(json));
  }
  return best;
}

}  // namespace

Peak measure_peak(const Effort& effort, int threads) {
  const Effort brief{effort.runs, std::min(effort.seconds, 0.05)};
  Peak peak;
  peak.one_thread = best_of_units(1, brief, peak.told);
  peak.all_threads = threads == 1 ? peak.one_thread : best_of_units(threads, brief, peak.told);
  return peak;
}

Json measured(const Row& row, const Peak& peak) {
  const Spread figure = row.measure();
  Json json = {{"name", row.name}, {"unit", row.unit}, {"threads", row.threads}};
  json.update(to_json(figure));
  const double most = row.threads == 1 ? peak.one_thread : peak.all_threads;
  if (row.gflop_each > 0) json["share_of_peak"] = figure.median * row.gflop_each / most;
  return json;
}

Json nets_json() {
  Json json = Json::array();
  for (const model::Preset& net : bench_nets()) {
    const nn::Network network = model::network_of(net);
    json.push_back({{"name", net.name},
                    {"architecture", net.architecture},
                    {"training_gflop", training_gflop(network)},
                    {"forward_gflop", forward_gflop(network)}});
  }
  return json;
}

}  // namespace inkling::cli
