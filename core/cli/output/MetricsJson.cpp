// SPDX-License-Identifier: MIT
#include "core/cli/output/MetricsJson.h"

namespace inkling::cli {

Json to_json(const eval::Metrics& metrics, const ClassNames& classes) {
  Json json = {{"images", metrics.images()},
               {"accuracy", metrics.accuracy()},
               {"loss", metrics.loss()},
               {"confusion", metrics.confusion()},
               {"classes", Json::array()}};
  for (std::size_t label = 0; label < classes.size(); ++label) {
    const eval::Metrics::ClassScore score = metrics.score(label);
    Json entry;
    if (!are_digits(classes)) entry["name"] = classes[label];
    entry.update({{"precision", score.precision}, {"recall", score.recall}, {"f1", score.f1}});
    json["classes"].push_back(std::move(entry));
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
