#include <mpi.h>

#include <algorithm>
#include <cstdio>

#include "core/cli/ExitCode.h"
#include "core/cli/Processes.h"

namespace inkling::cli {

namespace {

/// Without an answer from the others no process can go on, so one failure ends them all.
void end_all(MPI_Comm* /*world*/, int* code, ...) {
  char reason[MPI_MAX_ERROR_STRING] = "";
  int length = 0;
  MPI_Error_string(*code, reason, &length);
  std::fprintf(stderr, "inkling: another process does not answer, so all end here: %s.\n", reason);
  MPI_Abort(MPI_COMM_WORLD, exit_input_output);
}

class MpiExchange : public Communicator {
 public:
  MpiExchange() {
    int provided = 0;
    MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &provided);
    MPI_Comm_size(MPI_COMM_WORLD, &processes_);
    MPI_Comm_rank(MPI_COMM_WORLD, &process_);
    MPI_Errhandler handler = MPI_ERRHANDLER_NULL;
    MPI_Comm_create_errhandler(end_all, &handler);
    MPI_Comm_set_errhandler(MPI_COMM_WORLD, handler);
    if (!first()) fall_silent();
  }

  ~MpiExchange() override { MPI_Finalize(); }

  int processes() const override { return processes_; }
  int process() const override { return process_; }

  void deal(std::span<const float> rows, std::span<float> received) override {
    const int size = static_cast<int>(rows.size()) / processes_;
    MPI_Alltoall(rows.data(), size, MPI_FLOAT, received.data(), size, MPI_FLOAT, MPI_COMM_WORLD);
  }

  void gather(std::span<std::byte> rows) override {
    const int size = static_cast<int>(rows.size()) / processes_;
    MPI_Allgather(MPI_IN_PLACE, 0, MPI_DATATYPE_NULL, rows.data(), size, MPI_BYTE, MPI_COMM_WORLD);
  }

  void broadcast(std::vector<std::uint8_t>& bytes) override {
    std::uint64_t size = bytes.size();
    MPI_Bcast(&size, 1, MPI_UINT64_T, 0, MPI_COMM_WORLD);
    bytes.resize(size);
    constexpr std::size_t most = std::size_t{1} << 30;  // MPI counts in int
    for (std::size_t done = 0; done < bytes.size(); done += most) {
      const auto count = static_cast<int>(std::min(most, bytes.size() - done));
      MPI_Bcast(bytes.data() + done, count, MPI_BYTE, 0, MPI_COMM_WORLD);
    }
  }

 private:
  /// What there is to say, each of them would say.
  static void fall_silent() {
    for (std::FILE* stream : {stdout, stderr}) {
      if (!std::freopen("/dev/null", "w", stream)) std::fclose(stream);
    }
  }

  int processes_ = 1, process_ = 0;
};

}  // namespace

std::unique_ptr<Communicator> join_processes() {
  return std::make_unique<MpiExchange>();
}

}  // namespace inkling::cli
