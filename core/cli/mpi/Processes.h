// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "core/base/Result.h"
#include "core/distributed/Communicator.h"

namespace inkling::cli {

/// The processes started by mpirun, all but the root with their output silenced; a single process where the
/// command was started by itself or built without INKLING_MPI. Call it once, and keep the communicator until
/// the work is done.
std::unique_ptr<distributed::Communicator> join_processes();

/// The root's status, on every process.
Status broadcast_status(const Status& status, distributed::Communicator& communicator);

/// The largest of the processes' values.
int all_reduce_max(int value, distributed::Communicator& communicator);

}  // namespace inkling::cli
