#include "core/eval/OodMetrics.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/model/Calibration.h"

namespace inkling::eval {

std::vector<float> energies(std::span<const float> logits) {
  std::vector<float> scores;
  scores.reserve(logits.size() / class_count);
  for (; !logits.empty(); logits = logits.subspan(class_count)) {
    scores.push_back(model::energy(logits.first<class_count>()));
  }
  return scores;
}

float threshold_accepting(double share, std::vector<float> scores) {
  constexpr double rounding = 1e-9;  // 1 - 0.9 is a little less than a tenth
  const double refused = (1 - share) * static_cast<double>(scores.size() + 1);
  const auto rank = std::min(static_cast<std::size_t>(refused + rounding), scores.size());
  if (rank == 0) return 0;
  const auto place = scores.begin() + static_cast<std::ptrdiff_t>(rank - 1);
  std::nth_element(scores.begin(), place, scores.end());
  return *place;
}

double accepted_share(std::span<const float> scores, float threshold) {
  if (scores.empty()) return 0;
  const auto accepted =
      std::count_if(scores.begin(), scores.end(), [=](float score) { return score >= threshold; });
  return static_cast<double>(accepted) / static_cast<double>(scores.size());
}

double auroc(std::span<const float> higher, std::span<const float> lower) {
  assert(!higher.empty() && !lower.empty());
  std::vector<float> sorted(lower.begin(), lower.end());
  std::sort(sorted.begin(), sorted.end());
  double above = 0;  // pairs
  for (const float score : higher) {
    const auto [tied, beyond] = std::equal_range(sorted.begin(), sorted.end(), score);
    above += static_cast<double>(tied - sorted.begin()) + 0.5 * static_cast<double>(beyond - tied);
  }
  return above / (static_cast<double>(higher.size()) * static_cast<double>(lower.size()));
}

std::vector<OodScore> ood_scores(std::span<const float> digit_logits, std::span<const KindLogits> kinds,
                                 float energy_threshold) {
  const std::vector<float> digits = energies(digit_logits);
  std::vector<float> all;
  std::vector<OodScore> told;
  const auto tell = [&](std::string_view kind, const std::vector<float>& scores) {
    told.push_back({std::string(kind), auroc(digits, scores), accepted_share(scores, energy_threshold)});
  };
  for (const auto& [kind, logits] : kinds) {
    const std::vector<float> scores = energies(logits);
    all.insert(all.end(), scores.begin(), scores.end());
    tell(kind, scores);
  }
  tell("all", all);
  return told;
}

}  // namespace inkling::eval
