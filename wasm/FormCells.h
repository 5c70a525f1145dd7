// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/form/CellPicture.h"
#include "core/form/ReadAnyForm.h"
#include "wasm/Interop.h"

namespace inkling::wasm {

/// The cells of a page of a form, or why a picture shows none.
struct FormCellArrays {
  std::string error;
  int form = -1;  // the index of the form; -1 if the picture is to be read line by line
  int page = 0;
  std::string texts, reasons;                               // one a line
  Uint32Array fields{emscripten::val::undefined()};         // [cells] indices
  Uint32Array rows{emscripten::val::undefined()};           // [cells] of the form, from 0
  Float32Array confidences{emscripten::val::undefined()};   // [cells]
  Float32Array corners{emscripten::val::undefined()};       // [cells, 4, 2] in pixels, clockwise
  Uint32Array digits{emscripten::val::undefined()};         // [cells] the number of digits in each
  Uint8Array images{emscripten::val::undefined()};          // [digits, 784], cell by cell
  Uint32Array picture_sizes{emscripten::val::undefined()};  // [cells, 2] width and height of each
  Uint8Array pictures{emscripten::val::undefined()};        // the grey pixels of all, one after the other
};

/// Collects the cells of a page.
class FormCellConverter {
 public:
  explicit FormCellConverter(const picture::GreyImage& picture) : picture_(picture) {}

  FormCellArrays to_arrays(const form::FormReading& reading) {
    for (const form::FormCell& cell : reading.page.cells) append(cell);
    return {"",
            static_cast<int>(reading.form),
            reading.page.page,
            texts_,
            reasons_,
            to_array(std::span(std::as_const(fields_))),
            to_array(std::span(std::as_const(rows_))),
            to_array(std::span(std::as_const(confidences_))),
            to_array(std::span(std::as_const(corners_))),
            to_array(std::span(std::as_const(digits_))),
            to_array(std::span(std::as_const(images_))),
            to_array(std::span(std::as_const(sizes_))),
            to_array(std::span(std::as_const(pixels_)))};
  }

 private:
  void append(const form::FormCell& cell) {
    const char* separator = fields_.empty() ? "" : "\n";
    texts_ += separator + cell.text;
    reasons_ += std::string(separator) + name_of(form::review_reasons, cell.reason);
    fields_.push_back(static_cast<std::uint32_t>(cell.field));
    rows_.push_back(static_cast<std::uint32_t>(cell.row));
    confidences_.push_back(static_cast<float>(cell.confidence));
    for (const form::Position corner : cell.corners)
      corners_.insert(corners_.end(), {static_cast<float>(corner.x), static_cast<float>(corner.y)});
    digits_.push_back(static_cast<std::uint32_t>(cell.digits.size()));
    for (const recognize::DigitReading& digit : cell.digits)
      images_.insert(images_.end(), digit.image.begin(), digit.image.end());
    append(form::cell_picture(picture_, cell.corners));
  }

  void append(const picture::GreyImage& cell) {
    for (const int side : {cell.width, cell.height}) sizes_.push_back(static_cast<std::uint32_t>(side));
    pixels_.insert(pixels_.end(), cell.pixels.begin(), cell.pixels.end());
  }

  const picture::GreyImage& picture_;
  std::string texts_, reasons_;
  std::vector<std::uint32_t> fields_, rows_, digits_, sizes_;
  std::vector<float> confidences_, corners_;
  std::vector<std::uint8_t> images_, pixels_;
};

}  // namespace inkling::wasm
