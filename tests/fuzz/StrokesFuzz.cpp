#include "core/io/Rasterise.h"
#include "core/io/StrokesReader.h"
#include "tests/fuzz/Fuzz.h"

using namespace inkling;

namespace {

bool same(const std::vector<StrokeSample>& a, const std::vector<StrokeSample>& b) {
  return rasterise(a).pixels == rasterise(b).pixels && rasterise(a).labels == rasterise(b).labels;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::check_any_cut(data, size, [] { return StrokesReader(); }, same);
  return 0;
}
