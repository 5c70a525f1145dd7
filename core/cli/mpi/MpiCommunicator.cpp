// SPDX-License-Identifier: MIT
#include <mpi.h>

#include <algorithm>
#include <cstdio>

#include "core/cli/ExitCode.h"
#include "core/cli/mpi/Processes.h"

namespace inkling::cli {

namespace {

/// Aborts all processes: none can continue without an answer from the others.
void abort_all(MPI_Comm* /*world*/, int* code, ...) {
  char reason[MPI_MAX_ERROR_STRING] = "";
  int length = 0;
  MPI_Error_string(*code, reason, &length);
  std::fprintf(stderr, "inkling: Another process no longer responds, so all of them stop: %s.\n", reason);
  MPI_Abort(MPI_COMM_WORLD, exit_input_output);
}

class MpiCommunicator : public distributed::Communicator {
 public:
  MpiCommunicator() {
    int provided = 0;
    MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &provided);
    MPI_Comm_size(MPI_COMM_WORLD, &size_);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
    MPI_Errhandler handler = MPI_ERRHANDLER_NULL;
    MPI_Comm_create_errhandler(abort_all, &handler);
    MPI_Comm_set_errhandler(MPI_COMM_WORLD, handler);
    if (!is_root()) silence_output();
  }

  ~MpiCommunicator() override { MPI_Finalize(); }

  int size() const override { return size_; }
  int rank() const override { return rank_; }

  void all_to_all(std::span<const float> sent, std::span<float> received) override {
    const int columns = static_cast<int>(sent.size()) / size_;
    MPI_Alltoall(sent.data(), columns, MPI_FLOAT, received.data(), columns, MPI_FLOAT, MPI_COMM_WORLD);
  }

  void all_gather(std::span<std::byte> rows) override {
    const int columns = static_cast<int>(rows.size()) / size_;
    MPI_Allgather(MPI_IN_PLACE, 0, MPI_DATATYPE_NULL, rows.data(), columns, MPI_BYTE, MPI_COMM_WORLD);
  }

  void broadcast(std::vector<std::uint8_t>& bytes) override {
    std::uint64_t size = bytes.size();
    MPI_Bcast(&size, 1, MPI_UINT64_T, 0, MPI_COMM_WORLD);
    bytes.resize(size);
    constexpr std::size_t max_count = std::size_t{1} << 30;  // MPI counts in int
    for (std::size_t done = 0; done < bytes.size(); done += max_count) {
      const auto count = static_cast<int>(std::min(max_count, bytes.size() - done));
      MPI_Bcast(bytes.data() + done, count, MPI_BYTE, 0, MPI_COMM_WORLD);
    }
  }

 private:
  /// Otherwise every process would print the same text.
  static void silence_output() {
    for (std::FILE* stream : {stdout, stderr}) {
      if (!std::freopen("/dev/null", "w", stream)) std::fclose(stream);
    }
  }

  int size_ = 1, rank_ = 0;
};

}  // namespace

std::unique_ptr<distributed::Communicator> join_processes() {
  return std::make_unique<MpiCommunicator>();
}

}  // namespace inkling::cli
