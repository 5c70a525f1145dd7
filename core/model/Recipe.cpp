#include "core/model/Recipe.h"

namespace inkling {

namespace {

WeightSpan::Rule rule_of(Parameter::Kind kind) {
  if (is_statistic(kind)) return WeightSpan::Rule::statistic;
  return kind == Parameter::Kind::weight ? WeightSpan::Rule::decayed : WeightSpan::Rule::free;
}

/// The layer that ends in the classes: the directions of its matrix are not alike, each column speaks for
/// one.
std::size_t last_layer(const std::vector<NetworkParameter>& all) {
  return all.empty() ? 0 : all.back().layer;
}

}  // namespace

WeightSpans weight_spans(const Network& network, OptimiserKind optimiser) {
  WeightSpans spans;
  const std::vector<NetworkParameter> all = parameters(network);
  for (const auto& [layer, parameter] : all) {
    WeightSpan span = {parameter.offset, parameter.offset + parameter.size(), rule_of(parameter.kind)};
    if (optimiser == OptimiserKind::muon && span.rule == WeightSpan::Rule::decayed &&
        layer != last_layer(all)) {
      span.rule = WeightSpan::Rule::orthogonal;
      span.columns = parameter.shape.back();  // the layer's outputs
    }
    spans.push_back(span);
  }
  return spans;
}

}  // namespace inkling
