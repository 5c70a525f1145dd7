#include "core/cli/Processes.h"

namespace inkling {

std::unique_ptr<Exchange> join_processes() {
  return std::make_unique<Exchange>();
}

}  // namespace inkling
