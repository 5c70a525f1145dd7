#include "core/cli/Json.h"

namespace inkling {

Json to_json(const Metrics& metrics) {
  Json json = {{"images", metrics.images()},
               {"accuracy", metrics.accuracy()},
               {"loss", metrics.loss()},
               {"confusion", metrics.confusion()},
               {"classes", Json::array()}};
  for (int label = 0; label < class_count; ++label) {
    const Metrics::ClassScore score = metrics.score(label);
    json["classes"].push_back({{"precision", score.precision}, {"recall", score.recall}, {"f1", score.f1}});
  }
  return json;
}

}  // namespace inkling
