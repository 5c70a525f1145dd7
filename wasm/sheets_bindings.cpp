// SPDX-License-Identifier: MIT
#include <emscripten/bind.h>

#include "wasm/FormSheets.h"
#include "wasm/SheetReader.h"

// The API of the engine that makes forms and reads sheets of paper. The rules for bindings are in
// training_bindings.cpp.

namespace inkling::wasm {

EMSCRIPTEN_BINDINGS(sheets) {
  using namespace emscripten;

  register_arrays();
  register_type<CodeEncoder>("(text: string) => Uint8Array");
  register_type<CodeDecoder>("(grey: Uint8Array, width: number, height: number) => string");

  value_object<MadeForm>("MadeForm")
      .field("error", &MadeForm::error)
      .field("form", &MadeForm::form)
      .field("pages", &MadeForm::pages);
  function("make_form", &make_form);
  function("anchor_form", &anchor_form);

  value_object<LineArrays>("Lines")
      .field("texts", &LineArrays::texts)
      .field("confidences", &LineArrays::confidences)
      .field("boxes", &LineArrays::boxes)
      .field("digits", &LineArrays::digits)
      .field("images", &LineArrays::images);
  value_object<FormCellArrays>("FormCells")
      .field("error", &FormCellArrays::error)
      .field("form", &FormCellArrays::form)
      .field("page", &FormCellArrays::page)
      .field("texts", &FormCellArrays::texts)
      .field("reasons", &FormCellArrays::reasons)
      .field("fields", &FormCellArrays::fields)
      .field("rows", &FormCellArrays::rows)
      .field("confidences", &FormCellArrays::confidences)
      .field("corners", &FormCellArrays::corners)
      .field("digits", &FormCellArrays::digits)
      .field("images", &FormCellArrays::images)
      .field("picture_sizes", &FormCellArrays::picture_sizes)
      .field("pictures", &FormCellArrays::pictures);
  class_<SheetReader>("SheetReader")
      .constructor<>()
      .function("load", &SheetReader::load)
      .function("set_forms", &SheetReader::set_forms)
      .function("read_form", &SheetReader::read_form)
      .function("read_lines", &SheetReader::read_lines);

  function("memory_in_use", &memory_in_use);
}

}  // namespace inkling::wasm
