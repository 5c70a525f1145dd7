// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/cli/files/DataFile.h"

namespace inkling::cli {

inline constexpr int max_threads = 256;

/// One thread for each core.
int default_threads();

/// The choices of an option and what they stand for.
using Choices = std::vector<std::pair<std::string, std::string>>;

/// Replaces a choice by what it stands for. The error names the choices.
CLI::Validator choice_of(Choices choices);

// Options that several commands have.
void add_model_argument(CLI::App& command, std::filesystem::path& model);
void add_threads_option(CLI::App& command, int& threads);
void add_json_option(CLI::App& command, bool& json);
void add_image_options(CLI::App& command, ImageChanges& changes);

}  // namespace inkling::cli
