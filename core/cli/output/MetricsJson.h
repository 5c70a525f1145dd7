// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include "core/adapt/CorrectionLearner.h"
#include "core/eval/FitCalibration.h"
#include "core/eval/Metrics.h"
#include "core/eval/OodMetrics.h"

namespace inkling::cli {

/// Keeps fields in the order in which they were added.
using Json = nlohmann::ordered_json;

/// {"accuracy": .., "loss": ..}
inline Json accuracy_and_loss(double accuracy, double loss) {
  return {{"accuracy", accuracy}, {"loss", loss}};
}

/// {"images": .., "accuracy": .., "loss": .., "confusion": [[..]], "classes": [{"precision": ..}]}.
/// Classes other than digits have a "name".
Json to_json(const eval::Metrics& metrics, const ClassNames& classes);

/// {"temperature": .., "least_energy": .., "ece_before": .., "ece_after": ..}
Json to_json(const eval::CalibrationFit& fit);

/// {"kind": .., "auroc": .., "false_accept": ..}
Json to_json(const eval::OodScore& score);

/// {"images": .., "right_before": .., "right_after": ..}
Json to_json(const adapt::BeforeAfter& counts);

}  // namespace inkling::cli
