// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace inkling::distributed {

/// The processes that train together, in MPI's terms. All run the same program on the same data and call the
/// same collective operations in the same order. This class is a group of one process; core/cli/mpi
/// implements it over MPI.
class Communicator {
 public:
  Communicator() = default;
  virtual ~Communicator() = default;
  Communicator(const Communicator&) = delete;
  Communicator& operator=(const Communicator&) = delete;

  virtual int size() const { return 1; }
  virtual int rank() const { return 0; }  // of this process: 0 <= rank() < size()
  bool is_root() const { return rank() == 0; }

  /// Sends row r of `sent` [size(), columns] to rank r. Row r of `received`, of the same shape, comes from
  /// it.
  virtual void all_to_all(std::span<const float> sent, std::span<float> received) {
    std::copy(sent.begin(), sent.end(), received.begin());
  }

  /// Each process has filled row rank() of `rows` [size(), columns]; afterwards all have every row.
  virtual void all_gather(std::span<std::byte> /*rows*/) {}

  /// Replaces `bytes` with the root's, on every process.
  virtual void broadcast(std::vector<std::uint8_t>& /*bytes*/) {}
};

/// The default where nothing is distributed.
inline Communicator& single_process() {
  static Communicator communicator;
  return communicator;
}

}  // namespace inkling::distributed
