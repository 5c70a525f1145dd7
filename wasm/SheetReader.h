// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/form/FormJson.h"
#include "core/form/ReadAnyForm.h"
#include "core/recognize/ReadPicture.h"
#include "wasm/FormCells.h"
#include "wasm/LineArrays.h"
#include "wasm/LoadedRecognizer.h"
#include "wasm/ModelSummary.h"

namespace inkling::wasm {

/// A function of the page that gives the text of the QR code in a grey picture [height, width], or "". It
/// must not throw.
EMSCRIPTEN_DECLARE_VAL_TYPE(CodeDecoder)

/// Reads pictures of sheets with the model loaded last, line by line or as pages of forms.
class SheetReader {
 public:
  std::string load(const Uint8Array& bytes) { return load_model(bytes, loaded_); }

  /// Forms as JSON, for read_form() to know. If one can't be read, the error says why, and nothing changes.
  std::string set_forms(const NameList& list) {
    std::vector<form::Form> forms;
    for (const std::string& json : to_names(list)) {
      auto form = form::parse_form(json);
      if (!form) return error_json(form);
      forms.push_back(std::move(form).value());
    }
    forms_ = std::move(forms);
    return "";
  }

  /// Reads a grey picture [height, width] as a page of one of the forms. Its `form` is -1 if the array has
  /// another size.
  FormCellArrays read_form(const Uint8Array& grey, int width, int height, const CodeDecoder& decode) {
    const auto picture = picture::make_grey_image(width, height, to_vector<std::uint8_t>(grey));
    if (!loaded_ || !picture) return {};
    const auto reading = form::read_any_form(loaded_->recognizer, *picture, forms_, reader_of(decode));
    if (reading.ok() && reading.value()) return FormCellConverter(*picture).to_arrays(*reading.value());
    FormCellArrays none;
    none.error = error_json(reading);
    return none;
  }

  /// Reads a grey picture line by line. Nothing if the array has another size.
  LineArrays read_lines(const Uint8Array& grey, int width, int height) {
    const auto picture = picture::make_grey_image(width, height, to_vector<std::uint8_t>(grey));
    if (!loaded_ || !picture) return lines_of({});
    return lines_of(recognize::read_picture(loaded_->recognizer, *picture, loaded_->memory));
  }

 private:
  static form::CodeReader reader_of(const CodeDecoder& decode) {
    return [&](const picture::GreyImage& code) {
      const auto text = decode(to_array(std::span(code.pixels)), code.width, code.height);
      return std::optional(text.as<std::string>());
    };
  }

  std::unique_ptr<LoadedRecognizer> loaded_;
  std::vector<form::Form> forms_;
};

}  // namespace inkling::wasm
