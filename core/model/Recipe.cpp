#include "core/model/Recipe.h"

namespace inkling {

namespace {

ParameterGroup::Rule rule_of(Parameter::Kind kind) {
  if (is_statistic(kind)) return ParameterGroup::Rule::statistic;
  return kind == Parameter::Kind::weight ? ParameterGroup::Rule::decayed : ParameterGroup::Rule::free;
}

/// The layer that ends in the classes: the directions of its matrix are not alike, each column speaks for
/// one.
std::size_t last_layer(const std::vector<NetworkParameter>& all) {
  return all.empty() ? 0 : all.back().layer;
}

}  // namespace

ParameterGroups parameter_groups(const Network& network, OptimiserKind optimiser) {
  ParameterGroups spans;
  const std::vector<NetworkParameter> all = parameters(network);
  for (const auto& [layer, parameter] : all) {
    ParameterGroup span = {parameter.offset, parameter.offset + parameter.size(), rule_of(parameter.kind)};
    if (optimiser == OptimiserKind::muon && span.rule == ParameterGroup::Rule::decayed &&
        layer != last_layer(all)) {
      span.rule = ParameterGroup::Rule::orthogonal;
      span.columns = parameter.shape.back();  // the layer's outputs
    }
    spans.push_back(span);
  }
  return spans;
}

}  // namespace inkling
