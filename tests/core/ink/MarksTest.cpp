// SPDX-License-Identifier: MIT
#include "core/ink/Marks.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace inkling::ink;

namespace {

constexpr WritingLine line{0, 100};

std::optional<MarkKind> mark(Bounds box) {
  return mark_of(std::span(&box, 1), line);
}

Stroke circle(float x, float y, float radius) {
  Stroke stroke;
  for (int step = 0; step <= 40; ++step) {
    const float angle = static_cast<float>(step) * 0.157f;
    stroke.push_back({x + radius * std::cos(angle), y + radius * std::sin(angle)});
  }
  return stroke;
}

const Stroke tall = {{30, 0}, {30, 100}}, wide_line = {{-5, 115}, {90, 117}};

}  // namespace

TEST_CASE("size and place on the line make a point, a comma or a dash") {
  CHECK(mark({10, 92, 17, 99}) == MarkKind::point);
  CHECK(mark({10, 90, 10, 90}) == MarkKind::point);
  CHECK(mark({10, 92, 17, 115}) == MarkKind::comma);
  CHECK(mark({10, 85, 25, 120}) == MarkKind::comma);
  CHECK(mark({10, 52, 50, 55}) == MarkKind::dash);
}

TEST_CASE("what may be a digit or a part of one is no mark") {
  CHECK_FALSE(mark({10, 0, 50, 100}));
  CHECK_FALSE(mark({10, 0, 50, 4}));    // the bar of a 5
  CHECK_FALSE(mark({10, 98, 50, 99}));  // the base of a 2
  CHECK_FALSE(mark({10, 30, 14, 90}));
  CHECK_FALSE(mark({10, 5, 15, 10}));
  const Bounds point{10, 92, 17, 99};
  CHECK_FALSE(mark_of(std::span(&point, 1), {50, 50}));
}

TEST_CASE("two dashes one above the other are an equals sign") {
  const Bounds dashes[] = {{10, 40, 50, 42}, {10, 60, 50, 62}};
  CHECK(mark_of(dashes, line) == MarkKind::equals);
  const Bounds crossed[] = {{10, 40, 50, 42}, {10, 40, 50, 80}};
  CHECK_FALSE(mark_of(crossed, line));
}

TEST_CASE("a line below and a ring around other writing are decorations") {
  const auto underline = find_decorations({tall, {{60, 0}, {60, 100}}, wide_line});
  REQUIRE(underline.size() == 1);
  CHECK(underline[0].stroke == 2);
  CHECK(underline[0].kind == MarkKind::underline);
  const auto frame = find_decorations({circle(30, 50, 90), tall});
  REQUIRE(frame.size() == 1);
  CHECK(frame[0].stroke == 0);
  CHECK(frame[0].kind == MarkKind::frame);
}

TEST_CASE("the foot of a 1, an open arc and a lone ring are no decorations") {
  CHECK(find_decorations({tall, {{10, 100}, {50, 100}}}).empty());
  Stroke arc = circle(30, 50, 90);
  arc.resize(25);
  CHECK(find_decorations({arc, tall}).empty());
  CHECK(find_decorations({circle(30, 50, 90)}).empty());
  CHECK(find_decorations({{}, tall}).empty());
}
