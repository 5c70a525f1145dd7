// SPDX-License-Identifier: MIT
#include "core/model/Model.h"

#include "core/nn/Architecture.h"

namespace inkling::model {

Status check_output(const nn::Network& network) {
  const nn::Shape output = network.output();
  if (output == nn::Shape{1, 1, class_count}) return success();
  return Error{"The network's output is " + nn::to_string(output) +
                   ". It must end with \"dense 10\", one output for each digit.",
               Error::Kind::usage}
      .with_code("networkOutput", {{"output", nn::to_string(output)}});
}

NetworkCheck check_network(std::string_view architecture) {
  const nn::PartialNetwork partial = nn::build_valid_prefix(architecture);
  const Status valid = partial.status ? check_output(partial.network) : partial.status;
  NetworkCheck check{nn::summarise(partial.network), std::nullopt, partial.error_layer};
  if (valid) return check;
  check.problem = valid.error();
  if (partial.status) check.fault = check.layers.size();
  return check;
}

}  // namespace inkling::model
