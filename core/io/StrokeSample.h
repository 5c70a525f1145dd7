#pragma once

#include <string>

#include "core/ink/Ink.h"

namespace inkling::io {

/// One written digit, as a line of a strokes file holds it.
struct StrokeSample {
  int label = -1;      // 0 to 9; -1 where the file has no labels
  std::string writer;  // empty if unknown
  ink::Ink ink;        // in the units of the source
};

}  // namespace inkling::io
