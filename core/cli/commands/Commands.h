// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

namespace inkling::cli {

/// Each adds its subcommand with its options and help. A subcommand runs once the arguments are parsed, and
/// sets `exit_code`.
void add_train_command(CLI::App& app, int& exit_code);
void add_evaluate_command(CLI::App& app, int& exit_code);
void add_calibrate_command(CLI::App& app, int& exit_code);
void add_learn_command(CLI::App& app, int& exit_code);
void add_export_command(CLI::App& app, int& exit_code);
void add_read_command(CLI::App& app, int& exit_code);
void add_form_command(CLI::App& app, int& exit_code);
void add_predict_command(CLI::App& app, int& exit_code);
void add_inspect_command(CLI::App& app, int& exit_code);
void add_bench_command(CLI::App& app, int& exit_code);

}  // namespace inkling::cli
