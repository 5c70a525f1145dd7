#include "core/cli/Processes.h"

#include <algorithm>
#include <string>

namespace inkling::cli {

Status as_on_first(const Status& status, distributed::Communicator& exchange) {
  std::string told;  // nothing if it went well, else the kind of the error as a digit, and its sentence
  if (!status.ok()) told = std::to_string(static_cast<int>(status.error().kind)) + status.error().message;
  std::vector<std::uint8_t> bytes(told.begin(), told.end());
  exchange.broadcast(bytes);
  if (bytes.empty()) return success();
  return Error{std::string(bytes.begin() + 1, bytes.end()), static_cast<Error::Kind>(bytes.front() - '0')};
}

int largest(int value, distributed::Communicator& exchange) {
  std::vector<int> values(static_cast<std::size_t>(exchange.processes()), value);
  exchange.gather(std::as_writable_bytes(std::span(values)));
  return *std::max_element(values.begin(), values.end());
}

}  // namespace inkling::cli
