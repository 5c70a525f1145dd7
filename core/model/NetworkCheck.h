#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/nn/Network.h"

namespace inkling::model {

/// What there is to say of an architecture while it is being written.
struct NetworkCheck {
  std::vector<nn::LayerSummary> layers;  // up to the first that does not fit
  std::string problem;                   // why no reader of digits comes of it; empty if one does
  std::size_t fault = 0;  // place of the layer at fault, counted from 1; 0 where it is none of them
};

NetworkCheck check_network(std::string_view architecture);

/// Refuses a network whose last layer does not give a number for each of the ten digits.
Status check_output(const nn::Network& network);

}  // namespace inkling::model
