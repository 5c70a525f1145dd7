// SPDX-License-Identifier: MIT
#include <memory>

#include "core/cli/commands/Commands.h"
#include "core/cli/commands/NewForm.h"
#include "core/cli/commands/Options.h"
#include "core/cli/commands/ReadForms.h"
#include "core/cli/images/ImageDecoder.h"

namespace inkling::cli {

namespace {

void add_form_new_command(CLI::App& form, int& exit_code) {
  const auto arguments = std::make_shared<NewFormArguments>();
  CLI::App* command =
      form.add_subcommand("new", "Create a form: sheets to print, and the JSON file to read them with");
  command->add_option("spec", arguments->spec, "Form as JSON (or use --columns or --blank)");
  command->add_option(
      "--columns", arguments->columns,
      "Columns of the form: \"Points:digits:3, Mark:decimal:2.1, Day:date, Present:tick, Pupil:id:6\"");
  command->add_option("--rows", arguments->rows, "Number of rows (default: 25)")
      ->check(CLI::Range(1, form::max_rows));
  command->add_option("--name", arguments->name, "The form's name, printed on each page (default: Form)");
  command->add_option("--page", arguments->page, "Paper: A4 or Letter (default: A4)")
      ->transform(choice_of({{"A4", "A4"}, {"Letter", "Letter"}}));
  command->add_option("--blank", arguments->blank, "A picture of your own blank form, upright");
  command->add_option(
      "--boxes", arguments->boxes,
      "JSON with the fields of --blank, each with its \"area\": [left, top, right, bottom] in "
      "fractions of the picture");
  command
      ->add_option("--out", arguments->out,
                   "The sheet (.svg; the JSON is written beside it), or with --blank the JSON")
      ->required();
  command->callback([arguments, &exit_code] { exit_code = make_form(*arguments); });
}

void add_form_read_command(CLI::App& form, int& exit_code) {
  const auto arguments = std::make_shared<ReadFormsArguments>();
  CLI::App* command = form.add_subcommand("read", "Read photos or scans of completed forms into a table");
  command->add_option("form", arguments->form, "The form (.json)")->required();
  command->add_option("pictures", arguments->pictures, std::string("Pictures (") + image_formats() + ")")
      ->required();
  command->add_option("--out", arguments->out, "Write the table to this CSV file");
  command->add_option("--model", arguments->model, "Model file (.safetensors; default: the built-in model)");
  add_json_option(*command, arguments->json);
  command->callback([arguments, &exit_code] { exit_code = read_forms(*arguments); });
}

}  // namespace

void add_form_command(CLI::App& app, int& exit_code) {
  CLI::App* command = app.add_subcommand("form", "Create forms to print, and read completed ones");
  command->require_subcommand(1);
  add_form_new_command(*command, exit_code);
  add_form_read_command(*command, exit_code);
}

}  // namespace inkling::cli
