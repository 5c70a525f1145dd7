#pragma once

#include "core/base/Result.h"

namespace inkling::cli {

// The codes of sysexits.h, as far as they are needed.
inline constexpr int exit_success = 0, exit_usage = 2, exit_bad_data = 65, exit_input_output = 74;

// What a shell tells of a command that a signal ended: this plus the signal's number.
inline constexpr int exit_signal = 128;

/// What a command that ended so exits with. An error's sentence goes to stderr.
int exit_code_of(const Status& status);

}  // namespace inkling::cli
