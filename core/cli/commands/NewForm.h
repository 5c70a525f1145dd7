// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace inkling::cli {

/// What `inkling form new` is asked for; an empty path or text was not given.
struct NewFormArguments {
  std::filesystem::path spec, blank, boxes, out;
  std::string columns, name = "Form", page = "A4";
  int rows = 25;
};

/// Writes a form's JSON and its sheets. Returns the exit code.
int make_form(const NewFormArguments& arguments);

}  // namespace inkling::cli
