// SPDX-License-Identifier: MIT
#include "core/cli/ExitCode.h"

#include <cstdio>

#include "core/base/Text.h"

namespace inkling::cli {

int report_status(const Status& status) {
  if (status.ok()) return exit_success;
  std::fprintf(stderr, "inkling: %s\n", escape_control_characters(status.error().message).c_str());
  switch (status.error().kind) {
    case Error::Kind::usage:
      return exit_usage;
    case Error::Kind::bad_data:
      return exit_bad_data;
    case Error::Kind::input_output:
      return exit_input_output;
  }
  return exit_usage;
}

}  // namespace inkling::cli
