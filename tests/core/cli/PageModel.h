// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "core/ink/Ink.h"

namespace inkling::testing {

/// The path of the model that the page uses.
inline const std::string page_model = INKLING_TEST_DATA "/../../web/public/model/inkling.safetensors";

/// A line of a file of strokes, without its line break.
inline nlohmann::json line_of(const ink::Ink& ink) {
  nlohmann::json line = {{"strokes", nlohmann::json::array()}};
  for (const ink::Stroke& stroke : ink) {
    nlohmann::json points = nlohmann::json::array();
    for (const ink::Point point : stroke) points.push_back({point.x, point.y});
    line["strokes"].push_back(points);
  }
  return line;
}

}  // namespace inkling::testing
