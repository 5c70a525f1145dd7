// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <vector>

#include "core/base/Result.h"
#include "core/form/Form.h"

namespace inkling::cli {

/// What `inkling form read` is asked for; an empty path was not given.
struct ReadFormsArguments {
  std::filesystem::path form, out, model;
  std::vector<std::filesystem::path> pictures;
  bool json = false;
};

/// Reads every picture, past those that are no pages of the form. Returns the exit code of the first failure.
int read_forms(const ReadFormsArguments& arguments);

/// A form from its file, with the given anchor unless it names one. Errors start with the path.
Result<form::Form> load_form(const std::filesystem::path& path, form::Anchor anchor = form::Anchor::marks);

}  // namespace inkling::cli
