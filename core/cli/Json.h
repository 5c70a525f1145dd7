#pragma once

#include <nlohmann/json.hpp>

#include "core/train/Acceptance.h"
#include "core/train/Calibrate.h"
#include "core/train/Metrics.h"

namespace inkling {

/// Keeps the order in which fields were added.
using Json = nlohmann::ordered_json;

/// {"accuracy": .., "loss": ..}
inline Json accuracy_and_loss(double accuracy, double loss) {
  return {{"accuracy", accuracy}, {"loss", loss}};
}

/// {"images": .., "accuracy": .., "loss": .., "confusion": [[..]], "classes": [{"precision": ..}]}
Json to_json(const Metrics& metrics);

/// {"temperature": .., "least_energy": .., "ece_before": .., "ece_after": ..}
Json to_json(const CalibrationFit& fit);

/// {"kind": .., "auroc": .., "false_accept": ..}
Json to_json(const Separation& separation);

}  // namespace inkling
