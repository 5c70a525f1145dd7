#include <CLI/CLI.hpp>
#include <exception>
#include <string>

#include "core/cli/ExitCode.h"
#include "core/cli/commands/Commands.h"

int main(int argc, char** argv) {
  CLI::App app("Inkling reads handwritten digits, and learns to from your own data.", "inkling");
  app.set_version_flag("--version", "inkling " INKLING_VERSION);
  app.require_subcommand(1);
  app.footer(
      "Exit codes: 0 done, 2 wrong usage, 65 bad data, 74 a file cannot be read or written, "
      "130 or 143 stopped by Ctrl-C or SIGTERM.");
  int exit_code = inkling::cli::exit_success;
  inkling::cli::add_train_command(app, exit_code);
  inkling::cli::add_evaluate_command(app, exit_code);
  inkling::cli::add_calibrate_command(app, exit_code);
  inkling::cli::add_learn_command(app, exit_code);
  inkling::cli::add_export_command(app, exit_code);
  inkling::cli::add_read_command(app, exit_code);
  inkling::cli::add_predict_command(app, exit_code);
  inkling::cli::add_inspect_command(app, exit_code);
  inkling::cli::add_bench_command(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? inkling::cli::exit_success : inkling::cli::exit_usage;
  } catch (const std::exception& error) {  // the libraries' own: out of memory, text that is not UTF-8
    return inkling::cli::exit_code_of(
        inkling::Error{std::string("This cannot be done here: ") + error.what()});
  }
  return exit_code;
}
