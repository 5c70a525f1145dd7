// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

#include "core/cli/output/MetricsJson.h"
#include "core/form/ReadForm.h"

namespace inkling::cli {

/// The cells of pages that were read.
class FormTable {
 public:
  explicit FormTable(const form::Form& form);

  void add(const std::filesystem::path& picture, const form::PageReading& page);

  /// CSV (RFC 4180, UTF-8): "picture,page,row,field,text,confidence,review,reason", and a line for each cell.
  /// If the form's rows have names, "name" follows "row".
  const std::string& csv() const { return csv_; }

  /// {"cells": [{"picture": .., "page": .., ...}]}, with the corners of each cell in its picture.
  Json json() const { return {{"form", form_->id}, {"cells", cells_}}; }

 private:
  const form::Form* form_;
  std::string csv_;
  Json cells_ = Json::array();
};

}  // namespace inkling::cli
