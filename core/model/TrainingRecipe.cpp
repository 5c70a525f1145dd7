// SPDX-License-Identifier: MIT
#include "core/model/TrainingRecipe.h"

namespace inkling::model {

namespace {

optim::ParameterGroup::Rule rule_of(nn::Parameter::Kind kind) {
  if (nn::is_statistic(kind)) return optim::ParameterGroup::Rule::running_stats;
  return kind == nn::Parameter::Kind::weight ? optim::ParameterGroup::Rule::decay
                                             : optim::ParameterGroup::Rule::no_decay;
}

/// The layer of the logits. Each column of its matrix belongs to one class, so Muon must not equalise its
/// directions.
std::size_t last_layer(const std::vector<nn::NetworkParameter>& all) {
  return all.empty() ? 0 : all.back().layer;
}

}  // namespace

optim::ParameterGroups parameter_groups(const nn::Network& network, optim::OptimiserKind optimiser) {
  optim::ParameterGroups groups;
  const std::vector<nn::NetworkParameter> all = nn::parameters(network);
  for (const auto& [layer, parameter] : all) {
    optim::ParameterGroup group = {parameter.offset, parameter.offset + parameter.size(),
                                   rule_of(parameter.kind)};
    if (optimiser == optim::OptimiserKind::muon && group.rule == optim::ParameterGroup::Rule::decay &&
        layer != last_layer(all)) {
      group.rule = optim::ParameterGroup::Rule::muon;
      group.columns = parameter.shape.back();  // the layer's outputs
    }
    groups.push_back(group);
  }
  return groups;
}

}  // namespace inkling::model
