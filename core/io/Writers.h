#pragma once

#include <span>
#include <string>

#include "core/base/Result.h"
#include "core/io/Import.h"

namespace inkling::io {

/// What these writers wrote, in its order. Refuses data without writers, and a writer who is not in it.
Result<Import> only_writers(Import data, std::span<const std::string> writers);

}  // namespace inkling::io
