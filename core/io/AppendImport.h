#pragma once

#include "core/base/Result.h"
#include "core/io/Import.h"

namespace inkling::io {

/// Whether the images of two imports may stand in one dataset: both have labels or neither, and they are not
/// too many. The refusal says nothing of where they come from.
Status check_append(const Import& all, const Import& more);

/// Puts the images of `more` behind those of `all`. To be called where check_append() has nothing against it.
void append(Import& all, Import more);

}  // namespace inkling::io
