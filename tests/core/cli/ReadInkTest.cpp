// SPDX-License-Identifier: MIT
// How people write digits, and what they write around them, read by the model that the page uses.
#include <doctest/doctest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <numbers>
#include <utility>

#include "tests/core/cli/PageModel.h"
#include "tests/core/cli/Shell.h"

using namespace inkling;
using namespace inkling::testing;

namespace {

/// A pen's way along straight lines, with a point every few units.
ink::Stroke line(const ink::Stroke& corners) {
  constexpr float step = 4;
  ink::Stroke stroke{corners.front()};
  for (std::size_t corner = 1; corner < corners.size(); ++corner) {
    const ink::Point from = corners[corner - 1], to = corners[corner];
    const int steps = 1 + static_cast<int>(std::hypot(to.x - from.x, to.y - from.y) / step);
    for (int at = 1; at <= steps; ++at) {
      const float share = static_cast<float>(at) / static_cast<float>(steps);
      stroke.push_back({from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
    }
  }
  return stroke;
}

ink::Stroke ellipse(ink::Point centre, float width, float height) {
  ink::Stroke stroke;
  for (int at = 0; at <= 60; ++at) {
    const double angle = -std::numbers::pi / 2 - at * 2 * std::numbers::pi / 60;
    stroke.push_back({centre.x + width / 2 * static_cast<float>(std::cos(angle)),
                      centre.y + height / 2 * static_cast<float>(std::sin(angle))});
  }
  return stroke;
}

ink::Ink moved(ink::Ink ink, float right) {
  for (ink::Stroke& stroke : ink)
    for (ink::Point& point : stroke) point.x += right;
  return ink;
}

ink::Ink together(ink::Ink ink, const ink::Ink& more) {
  ink.insert(ink.end(), more.begin(), more.end());
  return ink;
}

// Digits 100 units high.
const ink::Ink one = {line({{30, 24}, {52, 0}, {52, 100}})};
const ink::Ink seven = {line({{8, 0}, {62, 0}, {30, 100}})};
const ink::Ink zero = {ellipse({35, 50}, 66, 100)};

/// 1 and 7 with room for a mark between them.
ink::Ink one_mark_seven(ink::Stroke mark) {
  return together(together(one, {std::move(mark)}), moved(seven, 124));
}

/// The readings of several inks, by the command.
nlohmann::json readings_of(const std::vector<ink::Ink>& inks) {
  const Shell shell;
  std::string text;
  for (const ink::Ink& ink : inks) text += line_of(ink).dump() + "\n";
  shell.write("inks.jsonl", text);
  return shell.inkling_json("read " + page_model + " inks.jsonl")["readings"];
}

nlohmann::json reading_of(const ink::Ink& ink) {
  return readings_of({ink}).front();
}

}  // namespace

TEST_CASE("digits are read and accepted in the forms that people give them") {
  const std::vector<std::pair<const char*, ink::Ink>> forms = {
      {"0", zero},
      {"0", together(zero, {line({{74, -2}, {-2, 102}})})},                         // slashed
      {"1", {line({{52, 0}, {50, 100}})}},                                          // a bar
      {"1", {line({{28, 26}, {52, 0}, {50, 100}})}},                                // with a flag
      {"1", {line({{30, 24}, {52, 0}, {50, 100}}), line({{28, 100}, {74, 100}})}},  // and a foot
      {"4", {line({{30, 0}, {10, 60}, {90, 60}}), line({{65, 25}, {65, 100}})}},    // open
      {"4", {line({{45, 0}, {10, 60}, {90, 55}}), line({{66, 30}, {60, 100}})}},
      {"7", seven},
      {"7", together(seven, {line({{26, 50}, {64, 50}})})},  // crossed
  };
  std::vector<ink::Ink> inks;
  for (const auto& [digit, ink] : forms) inks.push_back(ink);
  const nlohmann::json readings = readings_of(inks);
  REQUIRE(readings.size() == forms.size());
  for (std::size_t form = 0; form < forms.size(); ++form) {
    CAPTURE(form);
    CHECK(readings[form]["text"] == forms[form].first);
    REQUIRE(readings[form]["digits"].size() == 1);
    CHECK(readings[form]["digits"][0]["is_digit"] == true);
  }
}

TEST_CASE("marks between digits are read as such, and never make another number") {
  const auto mark_text = [](ink::Stroke mark) { return reading_of(one_mark_seven(std::move(mark)))["text"]; };
  CHECK(mark_text(line({{94, 97}, {96, 100}, {93, 99}})) == "1.7");
  CHECK(mark_text(line({{98, 90}, {96, 104}, {88, 116}})) == "1,7");
  CHECK(mark_text(line({{80, 52}, {108, 50}})) == "1-7");
  CHECK(mark_text(line({{116, -6}, {66, 106}})) == "1/7");
  CHECK(reading_of(together({line({{-40, 52}, {-8, 50}})}, together(one, moved(seven, 80))))["text"] ==
        "-17");
  const ink::Ink equals = {line({{80, 42}, {108, 41}}), line({{80, 60}, {108, 59}})};
  CHECK(reading_of(together(together(one, equals), moved(seven, 124)))["text"] == "1=7");
}

TEST_CASE("a line under a number or a ring around it is no digit, whenever it is drawn") {
  const ink::Ink number = together(one, moved(seven, 80));
  const ink::Ink underline = {line({{20, 116}, {150, 119}})};
  const ink::Ink ring = {ellipse({85, 50}, 230, 170)};
  for (const auto& [decoration, kind] : {std::pair(underline, "underline"), std::pair(ring, "frame")}) {
    CAPTURE(kind);
    for (const ink::Ink& ink : {together(number, decoration), together(decoration, number)}) {
      const nlohmann::json reading = reading_of(ink);
      CHECK(reading["text"] == "17");
      REQUIRE(reading["marks"].size() == 1);
      CHECK(reading["marks"][0]["kind"] == kind);
    }
  }
  CHECK(reading_of(together(seven, {line({{0, 116}, {74, 118}})}))["text"] == "7");
}

TEST_CASE("letters and words are no digits") {
  const ink::Ink a = {line({{0, 100}, {36, 0}, {72, 100}}), line({{14, 62}, {60, 62}})};
  const ink::Ink h = {line({{0, 0}, {2, 100}}), line({{60, 0}, {62, 100}}), line({{1, 50}, {61, 48}})};
  const ink::Ink k = {line({{0, 0}, {0, 100}}), line({{58, 0}, {3, 52}, {60, 100}})};
  const ink::Ink m = {line({{0, 100}, {10, 0}, {45, 70}, {80, 0}, {92, 100}})};
  const ink::Ink x = {line({{0, 0}, {66, 100}}), line({{66, 0}, {0, 100}})};
  std::vector<ink::Ink> inks = {a, h, k, m, x};
  inks.push_back(together(together(h, moved(a, 100)), moved(m, 200)));
  for (const nlohmann::json& reading : readings_of(inks)) CHECK(reading["text"] == "");
}
