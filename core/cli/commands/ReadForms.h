// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <vector>

#include "core/base/Result.h"
#include "core/form/Form.h"

namespace inkling::cli {

/// The arguments of `inkling form read`. A path is empty if its option is missing.
struct ReadFormsArguments {
  std::filesystem::path form, out, model;
  std::vector<std::filesystem::path> pictures;
  bool json = false;
};

/// Reads all pictures, and continues if one can't be read. Returns the exit code of the first failure.
int read_forms(const ReadFormsArguments& arguments);

/// Loads a form from a file. `anchor` is the default if the file names none. Errors start with the path.
Result<form::Form> load_form(const std::filesystem::path& path, form::Anchor anchor = form::Anchor::marks);

}  // namespace inkling::cli
