#include "core/nn/Parameter.h"

namespace inkling::nn {

const char* to_string(Parameter::Kind kind) {
  switch (kind) {
    case Parameter::Kind::weight:
    case Parameter::Kind::norm_scale:
      return "weight";
    case Parameter::Kind::bias:
    case Parameter::Kind::norm_shift:
      return "bias";
    case Parameter::Kind::running_mean:
      return "running_mean";
    case Parameter::Kind::running_variance:
      return "running_var";
  }
  return "";
}

}  // namespace inkling::nn
