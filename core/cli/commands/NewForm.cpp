// SPDX-License-Identifier: MIT
#include "core/cli/commands/NewForm.h"

#include <cstdint>
#include <cstdio>
#include <utility>
#include <vector>

#include "core/base/Text.h"
#include "core/cli/ExitCode.h"
#include "core/cli/commands/ReadForms.h"
#include "core/cli/files/File.h"
#include "core/cli/images/ImageDecoder.h"
#include "core/cli/images/QrCode.h"
#include "core/cli/output/Print.h"
#include "core/form/CustomForm.h"
#include "core/form/FormJson.h"
#include "core/form/SheetSvg.h"

namespace inkling::cli {

namespace {

namespace fs = std::filesystem;

Error usage_error(const char* message) {
  return Error{message, Error::Kind::usage};
}

Result<form::Form> form_of_columns(const NewFormArguments& arguments) {
  auto fields = form::parse_columns(arguments.columns);
  if (!fields) return fields.error();
  form::Form form{.name = arguments.name, .rows = arguments.rows, .fields = std::move(fields).value()};
  form.page = *find_by_name(form::page_sizes, arguments.page);
  form.id = form::default_id(form);
  if (Status status = form::check_form(form); !status) return status.error();
  return form;
}

/// A custom form over a picture of a blank sheet, with its areas relative to the anchor found in that.
Result<form::Form> form_of_blank(const NewFormArguments& arguments) {
  if (arguments.boxes.empty())
    return usage_error("--blank needs --boxes FILE with the fields and their areas.");
  const auto bytes = read_file(arguments.blank, max_picture_bytes);
  if (!bytes) return bytes.error();
  const auto picture = decode_image(bytes.value());
  if (!picture) return Error{printable(arguments.blank) + ": " + picture.error().message};
  auto form = load_form(arguments.boxes, form::Anchor::picture);
  if (!form) return form.error();
  return form::anchored(std::move(form).value(), picture.value());
}

Result<form::Form> requested_form(const NewFormArguments& arguments) {
  const int sources = !arguments.spec.empty() + !arguments.columns.empty() + !arguments.blank.empty();
  if (sources != 1) return usage_error("Give one of: a JSON file, --columns, or --blank with --boxes.");
  if (!arguments.columns.empty()) return form_of_columns(arguments);
  return arguments.blank.empty() ? load_form(arguments.spec, form::Anchor::marks) : form_of_blank(arguments);
}

/// "sheet.svg" for the first page, "sheet-2.svg" for the second.
fs::path page_path(const fs::path& out, int page) {
  if (page == 1) return out;
  fs::path path = out;
  return path.replace_filename(out.stem().string() + "-" + std::to_string(page) + out.extension().string());
}

Status write_sheets(const form::Form& form, const fs::path& out) {
  int pages = 1;
  for (int page = 1; page <= pages; ++page) {
    const auto layout = form::layout_of(form, page);
    if (!layout) return layout.error();
    pages = layout.value().pages;
    const auto code = encode_qr(form::code_text(form, page));
    if (!code) return code.error();
    const fs::path path = page_path(out, page);
    if (Status status = write_file(path, form::sheet_svg(form, layout.value(), code.value())); !status)
      return status;
    std::printf("%s\n", printable(path).c_str());
  }
  return success();
}

Status write_form(const form::Form& form, const fs::path& out) {
  const fs::path json = fs::path(out).replace_extension(".json");
  if (!form.is_custom()) {
    if (out.extension() != ".svg")
      return usage_error("--out names the sheet, which is an SVG: use a name ending in .svg.");
    if (Status status = write_sheets(form, out); !status) return status;
  }
  if (Status status = write_file(json, form::form_json(form)); !status) return status;
  std::printf("%s\n", printable(json).c_str());
  return success();
}

}  // namespace

int make_form(const NewFormArguments& arguments) {
  const auto form = requested_form(arguments);
  return report_status(form ? write_form(form.value(), arguments.out) : Status(form.error()));
}

}  // namespace inkling::cli
