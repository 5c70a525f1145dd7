// SPDX-License-Identifier: MIT
#include "core/cli/mpi/Processes.h"

#include <algorithm>
#include <string>
#include <vector>

namespace inkling::cli {

#ifndef INKLING_MPI
std::unique_ptr<distributed::Communicator> join_processes() {
  return std::make_unique<distributed::Communicator>();
}
#endif

Status broadcast_status(const Status& status, distributed::Communicator& communicator) {
  std::string text;  // empty on success, else the kind of the error as a digit, and its message
  if (!status.ok()) text = std::to_string(static_cast<int>(status.error().kind)) + status.error().message;
  std::vector<std::uint8_t> bytes(text.begin(), text.end());
  communicator.broadcast(bytes);
  if (bytes.empty()) return success();
  return Error{std::string(bytes.begin() + 1, bytes.end()), static_cast<Error::Kind>(bytes.front() - '0')};
}

int all_reduce_max(int value, distributed::Communicator& communicator) {
  std::vector<int> values(static_cast<std::size_t>(communicator.size()), value);
  communicator.all_gather(std::as_writable_bytes(std::span(values)));
  return *std::max_element(values.begin(), values.end());
}

}  // namespace inkling::cli
