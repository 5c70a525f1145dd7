// SPDX-License-Identifier: MIT
#include "core/cli/output/MetricsJson.h"

namespace inkling::cli {

Json to_json(const eval::Metrics& metrics) {
  Json json = {{"images", metrics.images()},
               {"accuracy", metrics.accuracy()},
               {"loss", metrics.loss()},
               {"confusion", metrics.confusion()},
               {"classes", Json::array()}};
  for (int label = 0; label < class_count; ++label) {
    const eval::Metrics::ClassScore score = metrics.score(label);
    json["classes"].push_back({{"precision", score.precision}, {"recall", score.recall}, {"f1", score.f1}});
  }
  return json;
}

Json to_json(const eval::CalibrationFit& fit) {
  return {{"temperature", fit.calibration.temperature},
          {"least_energy", fit.calibration.energy_threshold},
          {"ece_before", fit.ece_before},
          {"ece_after", fit.ece_after}};
}

Json to_json(const eval::OodScore& score) {
  return {{"kind", score.kind}, {"auroc", score.auroc}, {"false_accept", score.false_acceptance_rate}};
}

Json to_json(const adapt::BeforeAfter& counts) {
  return {{"images", counts.images},
          {"right_before", counts.correct_before},
          {"right_after", counts.correct_after}};
}

}  // namespace inkling::cli
