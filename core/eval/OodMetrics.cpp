// SPDX-License-Identifier: MIT
#include "core/eval/OodMetrics.h"

#include <algorithm>
#include <cassert>

#include "core/model/Calibration.h"

namespace inkling::eval {

std::vector<float> energies(std::span<const float> logits, std::size_t classes) {
  std::vector<float> scores;
  scores.reserve(logits.size() / classes);
  for (; !logits.empty(); logits = logits.subspan(classes)) {
    scores.push_back(model::energy(logits.first(classes)));
  }
  return scores;
}

double acceptance_rate(std::span<const float> scores, float threshold) {
  if (scores.empty()) return 0;
  const auto accepted =
      std::count_if(scores.begin(), scores.end(), [=](float score) { return score >= threshold; });
  return static_cast<double>(accepted) / static_cast<double>(scores.size());
}

double auroc(std::span<const float> higher, std::span<const float> lower) {
  assert(!higher.empty() && !lower.empty());
  std::vector<float> sorted(lower.begin(), lower.end());
  std::sort(sorted.begin(), sorted.end());
  double above = 0;  // of all pairs
  for (const float score : higher) {
    const auto [first_tie, past_ties] = std::equal_range(sorted.begin(), sorted.end(), score);
    above +=
        static_cast<double>(first_tie - sorted.begin()) + 0.5 * static_cast<double>(past_ties - first_tie);
  }
  return above / (static_cast<double>(higher.size()) * static_cast<double>(lower.size()));
}

std::vector<OodScore> ood_scores(std::span<const float> class_logits, std::size_t classes,
                                 std::span<const OodLogits> kinds, float energy_threshold) {
  const std::vector<float> accepted = energies(class_logits, classes);
  std::vector<float> all_scores;
  std::vector<OodScore> result;
  const auto add = [&](std::string_view kind, const std::vector<float>& scores) {
    result.push_back({std::string(kind), auroc(accepted, scores), acceptance_rate(scores, energy_threshold)});
  };
  for (const auto& [kind, logits] : kinds) {
    const std::vector<float> scores = energies(logits, classes);
    all_scores.insert(all_scores.end(), scores.begin(), scores.end());
    add(kind, scores);
  }
  add("all", all_scores);
  return result;
}

}  // namespace inkling::eval
