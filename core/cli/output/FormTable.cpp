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

void FormTable::add(const std::filesystem::path& picture, const form::PageReading& page) {
  for (const form::FormCell& cell : page.cells) {
    const std::string& field = form_->fields[cell.field].name;
    const char* review = cell.needs_review() ? "yes" : "no";
    csv_ += io::csv_cell(picture.string()) + "," + std::to_string(page.page) + "," +
            std::to_string(cell.row + 1) + "," + io::csv_cell(field) + "," + io::csv_cell(cell.text) + "," +
            to_fixed(cell.confidence, 4) + "," + review + "," + reason_of(cell) + "\r\n";
    cells_.push_back({{"picture", picture.string()},
                      {"page", page.page},
                      {"row", cell.row + 1},
                      {"field", field},
                      {"text", cell.text},
                      {"confidence", cell.confidence},
                      {"review", cell.needs_review()},
                      {"reason", reason_of(cell)},
                      {"corners", corners_json(cell)}});
  }
}

}  // namespace inkling::cli
