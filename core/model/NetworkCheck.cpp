#include "core/model/NetworkCheck.h"

#include "core/data/Dataset.h"
#include "core/nn/Architecture.h"

namespace inkling::model {

Status check_output(const nn::Network& network) {
  const nn::Shape output = network.output();
  if (output == nn::Shape{1, 1, class_count}) return success();
  return Error{"The network ends with " + nn::to_string(output) +
                   "; to tell ten digits apart it takes \"dense 10\" at its end.",
               Error::Kind::usage};
}

NetworkCheck check_network(std::string_view architecture) {
  const nn::PartialNetwork partial = nn::build_valid_prefix(architecture);
  const Status fits = partial.status ? check_output(partial.network) : partial.status;
  NetworkCheck check{nn::summarise(partial.network), "", partial.error_layer};
  if (fits) return check;
  check.problem = fits.error().message;
  if (partial.status) check.fault = check.layers.size();
  return check;
}

}  // namespace inkling::model
