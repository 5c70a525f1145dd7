#pragma once

#include <CLI/CLI.hpp>
#include <algorithm>
#include <thread>

namespace inkling::cli {

inline constexpr int most_threads = 256;

/// What --threads is unless given.
inline int all_cores() {
  return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, most_threads);
}

/// Each adds its subcommand, with its options and help. When it was the one asked for, it runs once the
/// arguments are parsed and leaves its exit code in `exit_code`.
void add_train_command(CLI::App& app, int& exit_code);
void add_evaluate_command(CLI::App& app, int& exit_code);
void add_calibrate_command(CLI::App& app, int& exit_code);
void add_learn_command(CLI::App& app, int& exit_code);
void add_export_command(CLI::App& app, int& exit_code);
void add_read_command(CLI::App& app, int& exit_code);
void add_predict_command(CLI::App& app, int& exit_code);
void add_inspect_command(CLI::App& app, int& exit_code);
void add_bench_command(CLI::App& app, int& exit_code);

}  // namespace inkling::cli
