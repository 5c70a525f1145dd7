// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string_view>

#include "core/cli/ExitCode.h"
#include "core/cli/bench/BenchNetworks.h"
#include "core/cli/bench/FileBenchmarks.h"
#include "core/cli/bench/LayerBenchmarks.h"
#include "core/cli/bench/NetworkBenchmarks.h"
#include "core/cli/bench/PeakFlops.h"
#include "core/cli/commands/Commands.h"
#include "core/cli/commands/Options.h"
#include "core/cli/files/DataFile.h"
#include "core/cli/output/Print.h"

namespace inkling::cli {

namespace {

namespace fs = std::filesystem;

struct BenchArguments {
  std::vector<std::string> only;
  fs::path csv;
  int threads = default_threads();
  BenchOptions options;
  bool json = false, list = false;
};

/// A new temporary file, deleted at the end.
class TemporaryFile {
 public:
  TemporaryFile() {
    std::string name = (fs::temp_directory_path() / "inkling-bench-XXXXXX").string();
    if (const int descriptor = mkstemp(name.data()); descriptor >= 0) close(descriptor);
    path_ = name;
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    std::error_code ignored;
    fs::remove(path_, ignored);
  }

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void append(Benchmarks& benchmarks, Benchmarks more) {
  std::move(more.begin(), more.end(), std::back_inserter(benchmarks));
}

/// Files come first, while the process has used little memory.
Benchmarks all_benchmarks(const BenchArguments& arguments, const fs::path& csv) {
  Benchmarks benchmarks = file_benchmarks(csv, arguments.options);
  append(benchmarks, layer_benchmarks(arguments.options));
  append(benchmarks, training_benchmarks(arguments.options, arguments.threads));
  append(benchmarks, reading_benchmarks(arguments.options, arguments.threads));
  return benchmarks;
}

Result<Benchmarks> selected_benchmarks(const BenchArguments& arguments, const fs::path& csv) {
  Benchmarks benchmarks = all_benchmarks(arguments, csv);
  if (arguments.only.empty()) return benchmarks;
  std::erase_if(benchmarks, [&](const Benchmark& benchmark) {
    return std::none_of(arguments.only.begin(), arguments.only.end(),
                        [&](const std::string& prefix) { return benchmark.name.starts_with(prefix); });
  });
  if (!benchmarks.empty()) return benchmarks;
  return Error{"--only matches no benchmark. Use --list to see their names.", Error::Kind::usage};
}

bool reads_file(const Benchmarks& benchmarks) {
  return std::any_of(benchmarks.begin(), benchmarks.end(),
                     [](const Benchmark& benchmark) { return benchmark.name.starts_with("csv"); });
}

Status prepare_file(const BenchArguments& arguments, const fs::path& csv) {
  if (arguments.csv.empty()) return write_sample_csv(csv);
  const auto data = load_data(csv);
  return data ? success() : Status(data.error());
}

void print_header(const Json& peaks) {
  for (const Json& peak : peaks) {
    std::printf("multiply-add peak, %s vectors, threads: %d   %.1f GFLOP/s\n",
                peak["vectors"].get<std::string>().c_str(), peak["threads"].get<int>(),
                peak["median"].get<double>());
  }
  std::printf("\n%-44s %7s %10s %10s %10s %-8s %s\n", "benchmark", "threads", "median", "min", "max", "unit",
              "of peak");
}

void print_result(const Json& result) {
  std::printf("%-44s %7d %10.4g %10.4g %10.4g %-8s", result["name"].get<std::string>().c_str(),
              result["threads"].get<int>(), result["median"].get<double>(), result["least"].get<double>(),
              result["most"].get<double>(), result["unit"].get<std::string>().c_str());
  if (result.contains("share_of_peak")) std::printf(" %5.1f%%", 100 * result["share_of_peak"].get<double>());
  std::printf("\n");
  std::fflush(stdout);
}

void run_benchmarks(const Benchmarks& benchmarks, const BenchArguments& arguments) {
  const PeakFlops peak = measure_peak(arguments.options, arguments.threads);
  Json json = {{"nets", bench_networks_json()}, {"peaks", peak.json}, {"rows", Json::array()}};
  if (!arguments.json) print_header(peak.json);
  for (const Benchmark& benchmark : benchmarks) {
    json["rows"].push_back(run_benchmark(benchmark, peak));
    if (!arguments.json) print_result(json["rows"].back());
  }
  if (arguments.json) print_json(json);
}

Status bench(const BenchArguments& arguments) {
  const TemporaryFile sample;
  const fs::path& csv = arguments.csv.empty() ? sample.path() : arguments.csv;
  const auto benchmarks = selected_benchmarks(arguments, csv);
  if (!benchmarks) return benchmarks.error();
  if (arguments.list) {
    for (const Benchmark& benchmark : benchmarks.value()) std::printf("%s\n", benchmark.name.c_str());
    return success();
  }
  if (reads_file(benchmarks.value())) {
    if (Status prepared = prepare_file(arguments, csv); !prepared) return prepared;
  }
  run_benchmarks(benchmarks.value(), arguments);
  return success();
}

}  // namespace

void add_bench_command(CLI::App& app, int& exit_code) {
  const auto arguments = std::make_shared<BenchArguments>();
  CLI::App* command =
      app.add_subcommand("bench", "Measure the speed of training and reading on this machine");
  command->add_option("--only", arguments->only,
                      "Only benchmarks with these prefixes, such as: layer/cnn-a train");
  command->add_option("--csv", arguments->csv, "CSV file to read (default: a temporary one like train.csv)");
  add_threads_option(*command, arguments->threads);
  command->add_option("--runs", arguments->options.runs, "Runs of each benchmark")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  command->add_option("--seconds", arguments->options.seconds, "Minimum length of a run, in seconds")
      ->check(CLI::Range(0.0, 60.0))
      ->capture_default_str();
  command->add_flag("--list", arguments->list, "List the benchmarks without running them");
  add_json_option(*command, arguments->json);
  command->callback([arguments, &exit_code] { exit_code = report_status(bench(*arguments)); });
}

}  // namespace inkling::cli
