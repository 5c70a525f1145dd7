// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"

namespace inkling::cli {

// From sysexits.h, except exit_usage, which is the shells' own 2.
inline constexpr int exit_success = 0, exit_usage = 2, exit_bad_data = 65, exit_input_output = 74;

/// A command stopped by a signal exits with this plus the signal's number, as shells report it.
inline constexpr int exit_signal = 128;

/// Prints the error, if there is one, on stderr. Returns the exit code for `status`.
int report_status(const Status& status);

}  // namespace inkling::cli
