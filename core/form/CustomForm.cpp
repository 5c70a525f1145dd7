// SPDX-License-Identifier: MIT
#include "core/form/CustomForm.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/form/FrameOutline.h"

namespace inkling::form {

namespace {

constexpr Homography::Quad unit_square{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}};

/// Converts an area from fractions of the picture to fractions of the anchor. None if it is outside of that.
std::optional<Area> in_anchor(const Area& area, const Homography& to_anchor,
                              const picture::GreyImage& blank) {
  constexpr double slack = 0.01;
  const auto mapped = [&](double x, double y) { return to_anchor({x * blank.width, y * blank.height}); };
  const Position top_left = mapped(area.left, area.top), bottom_right = mapped(area.right, area.bottom);
  const auto [lowest, highest] = std::minmax({top_left.x, top_left.y, bottom_right.x, bottom_right.y});
  if (!(lowest >= -slack && highest <= 1 + slack)) return std::nullopt;
  const auto share = [](double value) { return std::clamp(std::round(value * 1e6) / 1e6, 0.0, 1.0); };
  return Area{share(top_left.x), share(top_left.y), share(bottom_right.x), share(bottom_right.y)};
}

std::optional<Form> placed_by(Form form, Anchor anchor, const picture::GreyImage& blank) {
  const auto corners = anchor_corners(blank, anchor);
  const auto to_anchor = corners ? Homography::between(*corners, unit_square) : std::nullopt;
  if (!to_anchor) return std::nullopt;
  form.anchor = anchor;
  for (FormField& field : form.fields) {
    field.area = in_anchor(field.area.value_or(Area{}), *to_anchor, blank);
    if (!field.area) return std::nullopt;
  }
  return form;
}

}  // namespace

Form anchored(Form form, const picture::GreyImage& blank) {
  for (const Anchor anchor : {Anchor::frame, Anchor::paper}) {
    if (auto placed = placed_by(form, anchor, blank)) return std::move(*placed);
  }
  return form;
}

}  // namespace inkling::form
