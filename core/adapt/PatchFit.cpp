#include "core/adapt/PatchFit.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/data/Dataset.h"
#include "core/model/Calibration.h"

namespace inkling::adapt {

namespace {

/// The value that `share` of them are below; 0 of none.
float quantile(const Eigen::VectorXf& values, double share) {
  if (values.size() == 0) return 0;
  std::vector<float> sorted(values.begin(), values.end());
  std::ranges::sort(sorted);
  const auto place = static_cast<std::size_t>(share * static_cast<double>(sorted.size()));
  return sorted[std::min(place, sorted.size() - 1)];
}

/// The least by which the digit's answer has to be raised to be read with a margin, and taken for a digit.
float needed_raise(std::array<float, class_count> answer, std::uint8_t digit, float energy_threshold) {
  constexpr float step = 0.25f, most = 200, margin = 0.7f, energy_margin = 0.6f;
  const auto enough = [&] {
    for (int other = 0; other < class_count; ++other)
      if (other != digit && answer[digit] < answer[static_cast<std::size_t>(other)] + margin) return false;
    return model::energy(answer) >= energy_threshold + energy_margin;
  };
  float raise = 0;
  for (; raise < most && !enough(); raise += step) answer[digit] += step;
  return raise;
}

}  // namespace

Gate fit_patch_gate(const Eigen::VectorXf& others, const Eigen::VectorXf& corrections) {
  constexpr float widest = 1, narrowest = 0.02f;
  const float full = quantile(corrections, 0.05);
  const float begin = std::max(quantile(others, 0.999), full - widest);
  return {begin, std::max(full, begin + narrowest)};
}

float logit_boost_for(const math::Matrix<float>& answers, std::uint8_t digit, float energy_threshold) {
  Eigen::VectorXf raises(answers.rows());
  for (Eigen::Index image = 0; image < answers.rows(); ++image) {
    std::array<float, class_count> answer;
    std::copy_n(answers.row(image).data(), class_count, answer.begin());
    raises[image] = needed_raise(answer, digit, energy_threshold);
  }
  return quantile(raises, 0.9);
}

}  // namespace inkling::adapt
