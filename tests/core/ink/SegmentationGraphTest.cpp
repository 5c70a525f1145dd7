// SPDX-License-Identifier: MIT
#include "core/ink/SegmentationGraph.h"

#include <doctest/doctest.h>

using namespace inkling;
using namespace inkling::ink;

namespace {

using Parts = std::vector<std::uint32_t>;

std::vector<Parts> parts_of(const std::vector<Candidate>& candidates) {
  std::vector<Parts> parts;
  for (const Candidate& candidate : candidates) parts.push_back(candidate.parts);
  return parts;
}

/// Small parts side by side.
std::vector<Part> row_of(int count) {
  std::vector<Part> parts;
  for (int part = 0; part < count; ++part) parts.push_back({{part * 10.0, 0, part * 10.0 + 1, 5}});
  return parts;
}

}  // namespace

TEST_CASE("strokes far apart are separate digits in reading order, whatever order they were drawn in") {
  const std::vector<Part> parts = {{{200, 0, 260, 100}}, {{0, 0, 60, 100}}, {{100, 0, 160, 100}}};
  CHECK(parts_of(segmentation_graph(parts)) == std::vector<Parts>{{1}, {2}, {0}});
}

TEST_CASE("strokes that overlap for most of their width are a single candidate") {
  const std::vector<Part> seven_and_bar = {{{0, 0, 60, 100}}, {{10, 45, 55, 50}}};
  const auto candidates = segmentation_graph(seven_and_bar);
  REQUIRE(candidates.size() == 1);
  CHECK(candidates[0].parts == Parts{0, 1});
  CHECK(candidates[0].bounds.width() == 60);
}

TEST_CASE("neighbours that barely overlap or almost touch may be one digit or two") {
  for (const double left : {55.0, 60.0, 70.0}) {
    const std::vector<Part> parts = {{{0, 0, 60, 100}}, {{left, 0, left + 40, 100}}};
    CHECK(parts_of(segmentation_graph(parts)) == std::vector<Parts>{{0}, {0, 1}, {1}});
  }
}

TEST_CASE("a gap makes one digit less likely, and a low part makes a digit less likely") {
  const auto cost = [](const Part& second, std::size_t candidate) {
    return segmentation_graph(std::vector<Part>{{{0, 0, 30, 100}}, second})[candidate].cost;
  };
  CHECK(cost({{50, 0, 65, 100}}, 1) > cost({{35, 0, 50, 100}}, 1));
  CHECK(cost({{35, 0, 50, 20}}, 2) > cost({{35, 0, 50, 100}}, 2));
  CHECK(cost({{35, 0, 50, 100}, true}, 0) > cost({{35, 0, 50, 100}}, 0));
}

TEST_CASE("a slice of a component is no mark, however small") {
  const auto mark = [](bool split) {
    return segmentation_graph(std::vector<Part>{{{0, 0, 60, 100}}, {{62, 90, 70, 99}, split}}).back().mark;
  };
  CHECK(mark(false) == MarkKind::point);
  CHECK_FALSE(mark(true));
}

TEST_CASE("slices of one component stay in one line") {
  const std::vector<Part> parts = {{{0, 0, 50, 20}}, {{50, 60, 80, 100}, true}, {{100, 0, 150, 100}}};
  for (const Candidate& candidate : segmentation_graph(parts)) CHECK(candidate.line == 0);
}

TEST_CASE("lines are read from top to bottom") {
  const std::vector<Part> parts = {{{0, 200, 60, 300}}, {{150, 0, 210, 100}}, {{10, 5, 60, 95}}};
  CHECK(parts_of(segmentation_graph(parts)) == std::vector<Parts>{{2}, {1}, {0}});
}

TEST_CASE("dots are candidates, empty parts are not") {
  CHECK(segmentation_graph({}).empty());
  CHECK(segmentation_graph(std::vector<Part>(3)).empty());
  CHECK(segmentation_graph(std::vector<Part>{{{3, 3, 3, 3}}, {{9, 3, 9, 3}}}).size() == 2);
}

TEST_CASE("more than a thousand parts are a single candidate, or none if all of them are empty") {
  CHECK(segmentation_graph(row_of(1000)).size() == 1000);
  CHECK(segmentation_graph(row_of(1001)).size() == 1);
  CHECK(segmentation_graph(std::vector<Part>(1001)).empty());
}

TEST_CASE("the Viterbi path is the cheapest by recognition and geometry together") {
  std::vector<Candidate> candidates(3);
  candidates[0].end = 1;
  candidates[1].end = 2;
  candidates[2].begin = 1;
  candidates[2].end = 2;
  using Path = std::vector<std::size_t>;
  CHECK(viterbi_path(candidates, std::vector<float>{1, 3, 1}) == Path{0, 2});
  CHECK(viterbi_path(candidates, std::vector<float>{1, 1.5f, 1}) == Path{1});
  candidates[1].cost = 1;
  CHECK(viterbi_path(candidates, std::vector<float>{1, 1.5f, 1}) == Path{0, 2});
  CHECK(viterbi_path({}, {}).empty());
}
