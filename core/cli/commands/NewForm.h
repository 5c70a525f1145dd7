// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace inkling::cli {

/// The arguments of `inkling form new`. A path or text is empty if its option is missing.
struct NewFormArguments {
  std::filesystem::path spec, blank, boxes, out;
  std::string columns, name = "Form", page = "A4";
  int rows = 25;
};

/// Writes a form's sheets and its JSON. Returns the exit code.
int make_form(const NewFormArguments& arguments);

}  // namespace inkling::cli
