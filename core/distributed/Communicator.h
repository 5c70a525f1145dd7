#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace inkling::distributed {

/// The processes that do one work together, on one machine or several. Each runs the same program on the same
/// data, and all make the same calls in the same order. This is one process alone; the command has another
/// kind, over MPI.
class Communicator {
 public:
  Communicator() = default;
  virtual ~Communicator() = default;
  Communicator(const Communicator&) = delete;
  Communicator& operator=(const Communicator&) = delete;

  virtual int processes() const { return 1; }
  virtual int process() const { return 0; }  // which of them this is, from 0
  bool first() const { return process() == 0; }

  /// Row p of `rows` [processes, size] goes to process p; row p of `received`, of the same shape, is from it.
  virtual void deal(std::span<const float> rows, std::span<float> received) {
    std::copy(rows.begin(), rows.end(), received.begin());
  }

  /// Each process gives its row of `rows` [processes, size] and gets those of all others.
  virtual void gather(std::span<std::byte> /*rows*/) {}

  /// All get the bytes of the first process.
  virtual void broadcast(std::vector<std::uint8_t>& /*bytes*/) {}
};

/// No other process.
inline Communicator& single_process() {
  static Communicator exchange;
  return exchange;
}

}  // namespace inkling::distributed
