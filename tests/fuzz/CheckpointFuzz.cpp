// SPDX-License-Identifier: MIT
#include "tests/fuzz/Fuzz.h"
#include "tests/fuzz/SmallTraining.h"

using namespace inkling;

// A trainer restored from an accepted checkpoint can continue, and can be saved and restored again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static fuzz::SmallTraining training;
  static const train::Checkpointer checkpointer(training.trainer);
  train::Trainer& trainer = training.trainer;
  if (!checkpointer.restore({data, size}, trainer)) return 0;
  const std::vector<std::uint8_t> file = checkpointer.save(trainer);
  fuzz::require(checkpointer.restore(file, trainer).ok());
  if (trainer.running()) trainer.advance();
  return 0;
}
