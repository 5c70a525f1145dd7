// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <sstream>
#include <string>
#include <vector>

#include "core/base/Text.h"
#include "core/cli/ExitCode.h"
#include "core/cli/commands/Commands.h"

namespace {

namespace cli = inkling::cli;

void add_commands(CLI::App& app, int& exit_code) {
  cli::add_train_command(app, exit_code);
  cli::add_evaluate_command(app, exit_code);
  cli::add_calibrate_command(app, exit_code);
  cli::add_learn_command(app, exit_code);
  cli::add_export_command(app, exit_code);
  cli::add_read_command(app, exit_code);
  cli::add_form_command(app, exit_code);
  cli::add_predict_command(app, exit_code);
  cli::add_inspect_command(app, exit_code);
  cli::add_bench_command(app, exit_code);
}

/// Whether the first argument is neither an option nor a command. The parser would only say that one is
/// missing.
bool is_unknown_command(const CLI::App& app, const std::string& argument) {
  const auto has_name = [&argument](const CLI::App* command) { return command->check_name(argument); };
  return !argument.starts_with('-') && app.get_subcommands(has_name).empty();
}

int report_unknown_command(const CLI::App& app, const std::string& argument) {
  std::string names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names += (names.empty() ? "" : ", ") + command->get_name();
  std::fprintf(stderr, "inkling: There is no command %s. Choose one of: %s.\n",
               inkling::escape_control_characters(inkling::quoted(argument)).c_str(), names.c_str());
  return cli::exit_usage;
}

/// The first option that the parser doesn't know; empty if there is none. It would only say what is missing.
std::string unknown_option(const CLI::App& app) {
  const std::vector<std::string> unknown = app.remaining(true);
  const auto option = std::ranges::find_if(unknown, [](const auto& one) { return one.starts_with('-'); });
  return option == unknown.end() ? std::string() : *option;
}

int report_unknown_option(const std::string& option) {
  std::fprintf(stderr, "inkling: There is no option %s. See --help.\n",
               inkling::escape_control_characters(inkling::quoted(option)).c_str());
  return cli::exit_usage;
}

/// Prints help, the version or a usage error. A usage error quotes arguments, which may be names of files.
int exit_from_parser(const CLI::App& app, const CLI::ParseError& error) {
  std::ostringstream output, errors;
  const bool failed = app.exit(error, output, errors) != 0;
  std::fputs(output.str().c_str(), stdout);
  std::istringstream lines(errors.str());
  for (std::string line; std::getline(lines, line);)
    std::fprintf(stderr, "%s\n", inkling::escape_control_characters(line).c_str());
  return failed ? cli::exit_usage : cli::exit_success;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Inkling reads handwritten digits, and trains networks on your own data.", "inkling");
  app.set_version_flag("--version", "inkling " INKLING_VERSION);
  app.require_subcommand(1);
  app.footer(
      "Exit codes: 0 success, 2 usage error, 65 bad data, 74 a file can't be read or written, "
      "130 or 143 stopped by Ctrl-C or SIGTERM.");
  int exit_code = cli::exit_success;
  add_commands(app, exit_code);
  if (argc > 1 && is_unknown_command(app, argv[1])) return report_unknown_command(app, argv[1]);
  try {
    app.parse(argc, argv);
  } catch (const CLI::RequiredError& error) {
    const std::string option = unknown_option(app);
    return option.empty() ? exit_from_parser(app, error) : report_unknown_option(option);
  } catch (const CLI::ParseError& error) {
    return exit_from_parser(app, error);
  } catch (const std::exception& error) {  // from the libraries, such as std::bad_alloc
    return cli::report_status(inkling::Error{std::string("Unexpected error: ") + error.what()});
  }
  return exit_code;
}
