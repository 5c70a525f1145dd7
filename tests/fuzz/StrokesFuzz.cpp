// SPDX-License-Identifier: MIT
#include "core/io/strokes/StrokesReader.h"
#include "tests/fuzz/Fuzz.h"

using namespace inkling;

namespace {

bool same(const io::StrokeSamples& a, const io::StrokeSamples& b) {
  return io::render_samples(a).pixels == io::render_samples(b).pixels &&
         io::render_samples(a).labels == io::render_samples(b).labels;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::check_chunks(data, size, [] { return io::StrokesReader(); }, same);
  return 0;
}
