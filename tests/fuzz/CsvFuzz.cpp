// SPDX-License-Identifier: MIT
#include "core/io/csv/CsvReader.h"
#include "tests/fuzz/Fuzz.h"

using namespace inkling;

namespace {

bool same(const io::Import& a, const io::Import& b) {
  const auto labels_fit = [](const io::Import& import) {
    return !import.dataset.labelled() || import.dataset.labels.size() == import.dataset.size();
  };
  return a.dataset.pixels == b.dataset.pixels && a.dataset.labels == b.dataset.labels &&
         a.summary.details == b.summary.details &&
         describe_fixes(a.summary.report) == io::describe_fixes(b.summary.report) &&
         describe_rejected_rows(a.summary.report, a.summary.rows) ==
             io::describe_rejected_rows(b.summary.report, b.summary.rows) &&
         labels_fit(a);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::check_chunks(data, size, [] { return io::CsvReader(); }, same);
  return 0;
}
