// SPDX-License-Identifier: MIT
#include "core/form/Homography.h"

#include <Eigen/Core>
#include <Eigen/LU>
#include <cmath>
#include <cstddef>

namespace inkling::form {

double distance(Position a, Position b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

std::optional<Homography> Homography::between(const Quad& from, const Quad& to) {
  Eigen::Matrix<double, 8, 8> equations;
  Eigen::Matrix<double, 8, 1> values;
  for (int corner = 0; corner < 4; ++corner) {
    const auto [x, y] = from[static_cast<std::size_t>(corner)];
    const auto [u, v] = to[static_cast<std::size_t>(corner)];
    equations.row(2 * corner) << x, y, 1, 0, 0, 0, -u * x, -u * y;
    equations.row(2 * corner + 1) << 0, 0, 0, x, y, 1, -v * x, -v * y;
    values.segment<2>(2 * corner) << u, v;
  }
  const Eigen::FullPivLU<Eigen::Matrix<double, 8, 8>> solver(equations);
  if (!solver.isInvertible()) return std::nullopt;
  const Eigen::Matrix<double, 8, 1> solution = solver.solve(values);
  Homography map;
  for (int index = 0; index < 8; ++index) map.rows_[static_cast<std::size_t>(index)] = solution[index];
  return map;
}

Position Homography::operator()(Position point) const {
  const auto along = [&](std::size_t row) {
    return rows_[3 * row] * point.x + rows_[3 * row + 1] * point.y + rows_[3 * row + 2];
  };
  const double depth = along(2);
  return {along(0) / depth, along(1) / depth};
}

double Homography::area_scale(Position point) const {
  constexpr double step = 0.5;
  const Position origin = (*this)(point), right = (*this)({point.x + step, point.y}),
                 down = (*this)({point.x, point.y + step});
  return std::abs((right.x - origin.x) * (down.y - origin.y) - (right.y - origin.y) * (down.x - origin.x)) /
         (step * step);
}

}  // namespace inkling::form
