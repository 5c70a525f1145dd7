#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/base/Result.h"
#include "core/distributed/Communicator.h"

namespace inkling {

/// This process among those that mpirun has started, all but the first of which fall silent; one alone where
/// MPI is not built in (INKLING_MPI) or the command was started by itself. To be called once, and to be kept
/// until the work is done.
std::unique_ptr<Communicator> join_processes();

/// How something went on the first process, for all of them.
Status as_on_first(const Status& status, Communicator& exchange);

/// The largest of the values that the processes have.
int largest(int value, Communicator& exchange);

}  // namespace inkling
