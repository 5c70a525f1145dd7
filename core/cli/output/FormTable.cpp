// SPDX-License-Identifier: MIT
#include "core/cli/output/FormTable.h"

#include "core/base/Number.h"
#include "core/io/csv/CsvCell.h"

namespace inkling::cli {

namespace {

std::string reason_of(const form::FormCell& cell) {
  return cell.needs_review() ? name_of(form::review_reasons, cell.reason) : "";
}

Json corners_json(const form::FormCell& cell) {
  Json corners = Json::array();
  for (const form::Position corner : cell.corners) corners.push_back({corner.x, corner.y});
  return corners;
}

}  // namespace

FormTable::FormTable(const form::Form& form) : form_(&form) {
  const char* name = form.row_names.empty() ? "" : "name,";
  csv_ = std::string("picture,page,row,") + name + "field,text,confidence,review,reason\r\n";
}

void FormTable::add(const std::filesystem::path& picture, const form::PageReading& page) {
  for (const form::FormCell& cell : page.cells) {
    const std::string& field = form_->fields[cell.field].name;
    const bool has_names = !form_->row_names.empty();
    const std::string name = form_->row_name(cell.row);
    const char* review = cell.needs_review() ? "yes" : "no";
    csv_ += io::csv_cell(picture.string()) + "," + std::to_string(page.page) + "," +
            std::to_string(cell.row + 1) + "," + (has_names ? io::csv_cell(name) + "," : "") +
            io::csv_cell(field) + "," + io::csv_cell(cell.text) + "," + to_fixed(cell.confidence, 4) + "," +
            review + "," + reason_of(cell) + "\r\n";
    cells_.push_back({{"picture", picture.string()},
                      {"page", page.page},
                      {"row", cell.row + 1},
                      {"field", field},
                      {"text", cell.text},
                      {"confidence", cell.confidence},
                      {"review", cell.needs_review()},
                      {"reason", reason_of(cell)},
                      {"corners", corners_json(cell)}});
    if (has_names) cells_.back().push_back({"name", name});
  }
}

}  // namespace inkling::cli
