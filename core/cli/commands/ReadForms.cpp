// SPDX-License-Identifier: MIT
#include "core/cli/commands/ReadForms.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "core/base/Text.h"
#include "core/cli/ExitCode.h"
#include "core/cli/files/File.h"
#include "core/cli/images/ImageDecoder.h"
#include "core/cli/images/QrCode.h"
#include "core/cli/output/FormTable.h"
#include "core/cli/output/Print.h"
#include "core/form/FormJson.h"
#include "core/form/ReadForm.h"

namespace inkling::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t max_form_bytes = 1 << 20;

/// The path of the built-in model relative to the command: as installed, in an unpacked archive or in a build
/// folder. Empty if it isn't found.
fs::path built_in_model() {
  std::error_code failed;
  const fs::path folder = fs::read_symlink("/proc/self/exe", failed).parent_path();
  if (failed) return {};
  for (const char* place : {"../share/inkling", ".", "../../web/public/model"}) {
    const fs::path model = folder / place / "inkling.safetensors";
    if (fs::exists(model, failed)) return model;
  }
  return {};
}

Result<model::Model> chosen_model(const fs::path& path) {
  const fs::path model = path.empty() ? built_in_model() : path;
  if (model.empty())
    return Error{"The built-in model wasn't found. Name one with --model.", Error::Kind::usage};
  return load_model(model);
}

Error with_path(const fs::path& path, const Error& error) {
  return Error{path.string() + ": " + error.message, error.kind};
}

/// Reads pages of one form into a table.
class FormBatch {
 public:
  FormBatch(const form::Form& form, model::Model model)
      : form_(form), recognizer_(std::move(model)), table_(form) {}

  Status read(const fs::path& path) {
    const auto bytes = read_file(path, max_picture_bytes);
    if (!bytes) return bytes.error();
    if (!is_image_file(bytes.value()))
      return Error{path.string() + ": not an image (" + image_formats() + ")."};
    const auto picture = decode_image(bytes.value());
    if (!picture) return with_path(path, picture.error());
    const auto page = form::read_form(recognizer_, picture.value(), form_, decode_qr);
    if (!page) return with_path(path, page.error());
    if (!form_.is_custom()) warn_if_repeated(path, page.value().page);
    count(page.value());
    table_.add(path, page.value());
    return success();
  }

  const FormTable& table() const { return table_; }

  /// Such as "2 pages, 60 cells, 3 to review".
  std::string summary() const {
    return pluralize(pages_, "page") + ", " + pluralize(cells_, "cell") + ", " + group_thousands(reviewed_) +
           " to review";
  }

 private:
  /// Warns that a page was read before. Both are kept, as they may be two copies.
  void warn_if_repeated(const fs::path& path, int page) {
    const auto [first, is_new] = seen_.emplace(page, path);
    if (!is_new)
      std::fprintf(stderr, "%s: page %d was already in %s. Both were read.\n", printable(path).c_str(), page,
                   printable(first->second).c_str());
  }

  void count(const form::PageReading& page) {
    ++pages_;
    cells_ += page.cells.size();
    reviewed_ += static_cast<std::size_t>(std::ranges::count_if(page.cells, &form::FormCell::needs_review));
  }

  const form::Form& form_;
  recognize::Recognizer recognizer_;
  FormTable table_;
  std::map<int, fs::path> seen_;
  std::size_t pages_ = 0, cells_ = 0, reviewed_ = 0;
};

Status write_tables(const FormBatch& batch, const ReadFormsArguments& arguments) {
  if (arguments.json) {
    print_json(batch.table().json());
  } else if (arguments.out.empty()) {
    std::fputs(batch.table().csv().c_str(), stdout);
  } else {
    std::printf("%s\n", batch.summary().c_str());
  }
  return arguments.out.empty() ? success() : write_file(arguments.out, batch.table().csv());
}

/// Checks that the table can be written before the work begins, and loads the form.
Result<form::Form> load_form_for_output(const ReadFormsArguments& arguments) {
  if (!arguments.out.empty()) {
    if (Status status = check_writable(arguments.out); !status) return status.error();
  }
  return load_form(arguments.form);
}

}  // namespace

Result<form::Form> load_form(const fs::path& path, form::Anchor anchor) {
  const auto bytes = read_file(path, max_form_bytes);
  if (!bytes) return bytes.error();
  auto form =
      form::parse_form({reinterpret_cast<const char*>(bytes.value().data()), bytes.value().size()}, anchor);
  if (!form) return with_path(path, form.error());
  return form;
}

int read_forms(const ReadFormsArguments& arguments) {
  const auto form = load_form_for_output(arguments);
  if (!form) return report_status(form.error());
  auto model = chosen_model(arguments.model);
  if (!model) return report_status(model.error());
  FormBatch batch(form.value(), std::move(model).value());
  int exit_code = exit_success;
  for (const fs::path& picture : arguments.pictures) {
    const int code = report_status(batch.read(picture));
    if (exit_code == exit_success) exit_code = code;
  }
  const int code = report_status(write_tables(batch, arguments));
  return exit_code == exit_success ? code : exit_code;
}

}  // namespace inkling::cli
