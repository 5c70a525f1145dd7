// SPDX-License-Identifier: MIT
#include "core/form/ReadAnyForm.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/base/Text.h"
#include "core/form/SheetSvg.h"

namespace inkling::form {

namespace {

using FormResult = Result<std::optional<FormReading>>;
using FormPlace = std::span<const Form>::iterator;

bool is_printed(const Form& form) {
  return !form.is_custom();
}

Error unknown_form_error(const std::string& id) {
  return Error{"this is a sheet of the form " + quoted(id) +
               ", which isn't one of those given. Add its file."}
      .with_code("unknownForm", {{"form", id}});
}

/// Stands for any printed form, as the marks and the code are in similar places on all.
const Form& any_printed_form() {
  static const Form form{.name = "Any", .id = "ANY", .fields = {{.name = "A"}}};
  return form;
}

/// Reads a picture as one of some forms.
class FormFinder {
 public:
  FormFinder(const recognize::Recognizer& recognizer, const picture::GreyImage& picture,
             std::span<const Form> forms, const CodeReader& read_code)
      : recognizer_(recognizer), picture_(picture), forms_(forms), read_code_(read_code) {}

  FormResult read() const {
    const auto printed = std::ranges::find_if(forms_, is_printed);
    if (printed == forms_.end()) return read_unprinted();
    const Result<FoundPage> sheet = find_page(picture_, *printed);
    if (sheet) return read_sheet(printed, sheet.value());
    return shows_sheet(sheet.error()) ? FormResult(sheet.error()) : read_custom();
  }

 private:
  /// Whether a picture in which no sheet was found shows one: some of its marks or its code were recognised.
  bool shows_sheet(const Error& error) const {
    if (error.code.name() != "noCornerMarks") return true;
    return parse_code_text(read_code_(picture_).value_or("")).has_value();
  }

  /// Reads a sheet that was found by the marks of the form `printed`. Those of other forms are similar.
  FormResult read_sheet(FormPlace printed, const FoundPage& sheet) const {
    const auto text = read_code_(code_image(picture_, sheet));
    const auto code = parse_code_text(text.value_or(""));
    if (!code && std::ranges::count_if(forms_, is_printed) > 1) return unread_code_error();
    const auto form = code ? std::ranges::find(forms_, code->form, &Form::id) : printed;
    if (form == forms_.end()) return unknown_form_error(code->form);
    if (form->page == printed->page) return read_page(form, sheet, text);
    const Result<FoundPage> on_its_paper = find_page(picture_, *form);
    return on_its_paper ? read_page(form, on_its_paper.value(), text) : FormResult(on_its_paper.error());
  }

  /// Reads a picture if there are no printed forms.
  FormResult read_unprinted() const {
    const std::optional<Error> unknown = unknown_sheet_error();
    return unknown ? FormResult(*unknown) : read_custom();
  }

  /// The error for a sheet if there are no printed forms, or none if the picture shows no sheet. Three marks
  /// prove nothing without a code.
  std::optional<Error> unknown_sheet_error() const {
    const Result<FoundPage> sheet = find_page(picture_, any_printed_form());
    if (!sheet) return std::nullopt;
    const auto code = parse_code_text(read_code_(code_image(picture_, sheet.value())).value_or(""));
    if (code) return unknown_form_error(code->form);
    return sheet.value().missing_mark ? std::nullopt : std::optional(unread_code_error());
  }

  FormResult read_custom() const {
    const auto custom = std::ranges::find_if(forms_, &Form::is_custom);
    if (custom == forms_.end()) return std::optional<FormReading>();
    const Result<FoundPage> page = find_page(picture_, *custom);
    return page ? read_page(custom, page.value(), std::nullopt) : FormResult(page.error());
  }

  FormResult read_page(FormPlace form, const FoundPage& found, const std::optional<std::string>& code) const {
    Result<PageReading> page = read_found_page(recognizer_, picture_, *form, found, code);
    if (!page) return page.error();
    const auto index = static_cast<std::size_t>(form - forms_.begin());
    return std::optional(FormReading{index, std::move(page).value()});
  }

  const recognize::Recognizer& recognizer_;
  const picture::GreyImage& picture_;
  std::span<const Form> forms_;
  const CodeReader& read_code_;
};

}  // namespace

FormResult read_any_form(const recognize::Recognizer& recognizer, const picture::GreyImage& picture,
                         std::span<const Form> forms, const CodeReader& read_code) {
  if (!forms.empty()) {
    if (Status status = check_reads_forms(recognizer); !status) return status.error();
  }
  return FormFinder(recognizer, picture, forms, read_code).read();
}

}  // namespace inkling::form
