#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/base/Result.h"
#include "core/distributed/Communicator.h"

namespace inkling::cli {

/// This process among those that mpirun has started, all but the first of which fall silent; one alone where
/// MPI is not built in (INKLING_MPI) or the command was started by itself. To be called once, and to be kept
/// until the work is done.
std::unique_ptr<distributed::Communicator> join_processes();

/// How something went on the first process, for all of them.
Status as_on_first(const Status& status, distributed::Communicator& exchange);

/// The largest of the values that the processes have.
int largest(int value, distributed::Communicator& exchange);

}  // namespace inkling::cli
