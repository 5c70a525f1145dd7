#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string_view>

#include "core/cli/ExitCode.h"
#include "core/cli/bench/FileRows.h"
#include "core/cli/bench/LayerRows.h"
#include "core/cli/bench/NetworkRows.h"
#include "core/cli/bench/Report.h"
#include "core/cli/commands/Commands.h"
#include "core/cli/files/DataFile.h"

namespace inkling::cli {

namespace {

namespace fs = std::filesystem;

struct BenchArguments {
  std::vector<std::string> only;
  fs::path csv;
  int threads = all_cores();
  Effort effort;
  bool json = false, list = false;
};

/// A file that is gone when this is.
struct TemporaryFile {
  fs::path path = fs::temp_directory_path() / ("inkling-bench-" + std::to_string(getpid()) + ".csv");

  TemporaryFile() = default;
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    std::error_code ignored;
    fs::remove(path, ignored);
  }
};

void append(Rows& rows, Rows more) {
  std::move(more.begin(), more.end(), std::back_inserter(rows));
}

/// Files come first, while the process is still small.
Rows all_rows(const BenchArguments& arguments, const fs::path& csv) {
  Rows rows = file_rows(csv, arguments.effort);
  append(rows, layer_rows(arguments.effort));
  append(rows, training_rows(arguments.effort, arguments.threads));
  append(rows, reading_rows(arguments.effort, arguments.threads));
  return rows;
}

Result<Rows> selected_rows(const BenchArguments& arguments, const fs::path& csv) {
  Rows rows = all_rows(arguments, csv);
  if (arguments.only.empty()) return rows;
  std::erase_if(rows, [&](const Row& row) {
    return std::none_of(arguments.only.begin(), arguments.only.end(),
                        [&](const std::string& beginning) { return row.name.starts_with(beginning); });
  });
  if (!rows.empty()) return rows;
  return Error{"No row's name begins with what --only says; --list has the names.", Error::Kind::usage};
}

bool reads_file(const Rows& rows) {
  return std::any_of(rows.begin(), rows.end(), [](const Row& row) { return row.name.starts_with("csv"); });
}

Status prepare_file(const BenchArguments& arguments, const fs::path& csv) {
  if (arguments.csv.empty()) return write_sample_csv(csv);
  const auto data = load_data(csv);
  return data ? success() : Status(data.error());
}

void print_peaks(const Json& peaks) {
  for (const Json& peak : peaks) {
    std::printf("multiply-add peak, %s vectors, threads: %d   %.1f GFLOP/s\n",
                peak["vectors"].get<std::string>().c_str(), peak["threads"].get<int>(),
                peak["median"].get<double>());
  }
  std::printf("\n%-44s %7s %10s %10s %10s %-8s %s\n", "row", "threads", "median", "least", "most", "unit",
              "of the peak");
}

void print_row(const Json& row) {
  std::printf("%-44s %7d %10.4g %10.4g %10.4g %-8s", row["name"].get<std::string>().c_str(),
              row["threads"].get<int>(), row["median"].get<double>(), row["least"].get<double>(),
              row["most"].get<double>(), row["unit"].get<std::string>().c_str());
  if (row.contains("share_of_peak")) std::printf(" %5.1f %%", 100 * row["share_of_peak"].get<double>());
  std::printf("\n");
  std::fflush(stdout);
}

void measure(const Rows& rows, const BenchArguments& arguments) {
  const Peak peak = measure_peak(arguments.effort, arguments.threads);
  Json json = {{"nets", nets_json()}, {"peaks", peak.told}, {"rows", Json::array()}};
  if (!arguments.json) print_peaks(peak.told);
  for (const Row& row : rows) {
    json["rows"].push_back(measured(row, peak));
    if (!arguments.json) print_row(json["rows"].back());
  }
  if (arguments.json) std::printf("%s\n", json.dump().c_str());
}

Status bench(const BenchArguments& arguments) {
  const TemporaryFile sample;
  const fs::path& csv = arguments.csv.empty() ? sample.path : arguments.csv;
  const auto rows = selected_rows(arguments, csv);
  if (!rows) return rows.error();
  if (arguments.list) {
    for (const Row& row : rows.value()) std::printf("%s\n", row.name.c_str());
    return success();
  }
  if (reads_file(rows.value())) {
    if (Status prepared = prepare_file(arguments, csv); !prepared) return prepared;
  }
  measure(rows.value(), arguments);
  return success();
}

}  // namespace

void add_bench_command(CLI::App& app, int& exit_code) {
  const auto arguments = std::make_shared<BenchArguments>();
  CLI::App* command = app.add_subcommand("bench", "Measure how fast this machine computes, learns and reads");
  command->add_option("--only", arguments->only, "Only rows whose names begin so: layer/cnn-a train");
  command->add_option("--csv", arguments->csv, "Read this file [one made for it, like train.csv]");
  command->add_option("--threads", arguments->threads, "[all cores]")->check(CLI::Range(1, most_threads));
  command->add_option("--runs", arguments->effort.runs, "Of each measurement; the median is told")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  command->add_option("--seconds", arguments->effort.seconds, "That each run lasts at least")
      ->check(CLI::Range(0.0, 60.0))
      ->capture_default_str();
  command->add_flag("--list", arguments->list, "Print the rows' names and measure nothing");
  command->add_flag("--json", arguments->json, "One JSON object on stdout");
  command->callback([arguments, &exit_code] { exit_code = exit_code_of(bench(*arguments)); });
}

}  // namespace inkling::cli
