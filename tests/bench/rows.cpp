// The rows of `inkling bench` that know no files, as WebAssembly: what the variants of the engine could
// reach, and what tuning a kernel changes. Arguments: threads, runs, seconds, then beginnings of rows' names.
// Each line it prints is a JSON object.

#include <cstdio>
#include <cstdlib>
#include <span>
#include <string_view>

#include "core/cli/bench/LayerRows.h"
#include "core/cli/bench/NetworkRows.h"
#include "core/cli/bench/Report.h"

namespace {

using namespace inkling;

void print(const Json& json) {
  std::printf("%s\n", json.dump().c_str());
  std::fflush(stdout);
}

bool wanted(const cli::Row& row, std::span<char*> beginnings) {
  if (beginnings.empty()) return true;
  for (const std::string_view beginning : beginnings) {
    if (row.name.starts_with(beginning)) return true;
  }
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  const int threads = std::atoi(argv[1]);
  const cli::Effort effort{std::atoi(argv[2]), std::atof(argv[3])};
  const cli::Peak peak = cli::measure_peak(effort, threads);
  print({{"peaks", peak.told}});
  for (const cli::Rows& rows :
       {cli::layer_rows(effort), cli::training_rows(effort, threads), cli::reading_rows(effort, threads)}) {
    for (const cli::Row& row : rows) {
      if (wanted(row, std::span(argv, static_cast<std::size_t>(argc)).subspan(4)))
        print(cli::measured(row, peak));
    }
  }
}
