// SPDX-License-Identifier: MIT
#include "core/model/Model.h"

#include "core/nn/Architecture.h"

namespace inkling::model {

Status check_output(const nn::Network& network, std::size_t classes) {
  const nn::Shape output = network.output();
  const bool vector = output.height == 1 && output.width == 1;
  const auto outputs = static_cast<std::size_t>(output.channels);
  const bool ten_units = outputs == digit_count && nn::architecture_of(network).ends_with("dense 10");
  if (vector && (outputs == classes || ten_units)) return success();
  return Error{"The network's output is " + nn::to_string(output) + ". It must end with \"dense " +
                   std::to_string(classes) + "\", one output for each " +
                   (classes == digit_count ? "digit." : "class."),
               Error::Kind::usage}
      .with_code("networkOutput", {{"output", nn::to_string(output)}});
}

NetworkCheck check_network(std::string_view architecture, std::size_t classes) {
  const nn::PartialNetwork partial = nn::build_valid_prefix(architecture);
  const Status valid = partial.status ? check_output(partial.network, classes) : partial.status;
  NetworkCheck check{nn::summarise(partial.network), std::nullopt, partial.error_layer};
  if (valid) return check;
  check.problem = valid.error();
  if (partial.status) check.fault = check.layers.size();
  return check;
}

}  // namespace inkling::model
