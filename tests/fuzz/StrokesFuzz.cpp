// SPDX-License-Identifier: MIT
#include "core/io/strokes/StrokesReader.h"
#include "tests/fuzz/Fuzz.h"

using namespace inkling;

namespace {

bool same(const std::vector<io::StrokeSample>& a, const std::vector<io::StrokeSample>& b) {
  return io::rasterise(a).pixels == io::rasterise(b).pixels &&
         io::rasterise(a).labels == io::rasterise(b).labels;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::check_chunks(data, size, [] { return io::StrokesReader(); }, same);
  return 0;
}
