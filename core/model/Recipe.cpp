#include "core/model/Recipe.h"

namespace inkling {

namespace {

WeightSpan::Rule rule_of(Parameter::Kind kind) {
  if (is_statistic(kind)) return WeightSpan::Rule::statistic;
  return kind == Parameter::Kind::weight ? WeightSpan::Rule::decayed : WeightSpan::Rule::free;
}

}  // namespace

WeightSpans weight_spans(const Network& network) {
  WeightSpans spans;
  for (const NetworkParameter& entry : parameters(network)) {
    const Parameter& parameter = entry.parameter;
    spans.push_back({parameter.offset, parameter.offset + parameter.size(), rule_of(parameter.kind)});
  }
  return spans;
}

}  // namespace inkling
