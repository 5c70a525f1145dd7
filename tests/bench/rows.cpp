// SPDX-License-Identifier: MIT
// `inkling bench` as WebAssembly, without the benchmarks that read files. Arguments: threads, runs, seconds,
// then prefixes of names. Prints one JSON object a line.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <span>

#include "core/cli/bench/LayerBenchmarks.h"
#include "core/cli/bench/NetworkBenchmarks.h"
#include "core/cli/bench/PeakFlops.h"

namespace {

using namespace inkling;

void print(const cli::Json& json) {
  std::printf("%s\n", json.dump().c_str());
  std::fflush(stdout);
}

bool is_selected(const cli::Benchmark& benchmark, std::span<char*> prefixes) {
  return prefixes.empty() || std::ranges::any_of(prefixes, [&](const char* prefix) {
           return benchmark.name.starts_with(prefix);
         });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  const int threads = std::atoi(argv[1]);
  const cli::BenchOptions options{std::atoi(argv[2]), std::atof(argv[3])};
  const std::span prefixes = std::span(argv, static_cast<std::size_t>(argc)).subspan(4);
  const cli::PeakFlops peak = cli::measure_peak(options, threads);
  print({{"peaks", peak.json}});
  for (const cli::Benchmarks& benchmarks :
       {cli::layer_benchmarks(options), cli::training_benchmarks(options, threads),
        cli::reading_benchmarks(options, threads)}) {
    for (const cli::Benchmark& benchmark : benchmarks) {
      if (is_selected(benchmark, prefixes)) print(cli::run_benchmark(benchmark, peak));
    }
  }
}
