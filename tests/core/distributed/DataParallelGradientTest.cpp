// SPDX-License-Identifier: MIT
#ifndef __EMSCRIPTEN__
#include <doctest/doctest.h>

#include <barrier>
#include <cstring>
#include <thread>
#include <vector>

#include "core/data/Split.h"
#include "core/nn/Architecture.h"
#include "core/synthetic/SyntheticDigits.h"
#include "core/train/Trainer.h"

using namespace inkling;
using namespace inkling::distributed;

namespace {

/// What the threads of a group share.
struct ThreadGroup {
  explicit ThreadGroup(int size) : barrier(size), buffers(static_cast<std::size_t>(size)) {}

  std::barrier<> barrier;
  std::vector<std::byte*> buffers;  // of each rank
};

/// Threads in the role of processes: copies in memory what MPI would send.
class ThreadCommunicator : public Communicator {
 public:
  ThreadCommunicator(ThreadGroup& group, int rank) : group_(&group), rank_(rank) {}

  int size() const override { return static_cast<int>(group_->buffers.size()); }
  int rank() const override { return rank_; }

  void all_to_all(std::span<const float> sent, std::span<float> received) override {
    const std::size_t columns = sent.size() / group_->buffers.size();
    std::vector<float> own(sent.begin(), sent.end());
    exchange(reinterpret_cast<std::byte*>(own.data()), [&](std::size_t source, const std::byte* theirs) {
      const auto* row = reinterpret_cast<const float*>(theirs) + rank_ * columns;
      std::copy_n(row, columns, received.data() + source * columns);
    });
  }

  void all_gather(std::span<std::byte> rows) override {
    const std::size_t columns = rows.size() / group_->buffers.size();
    exchange(rows.data(), [&](std::size_t source, const std::byte* theirs) {
      if (source != static_cast<std::size_t>(rank_))
        std::memcpy(rows.data() + source * columns, theirs + source * columns, columns);
    });
  }

 private:
  template <class Copy>
  void exchange(std::byte* own, const Copy& copy) {
    group_->buffers[static_cast<std::size_t>(rank_)] = own;
    group_->barrier.arrive_and_wait();
    for (std::size_t source = 0; source < group_->buffers.size(); ++source)
      copy(source, group_->buffers[source]);
    group_->barrier.arrive_and_wait();
  }

  ThreadGroup* group_;
  int rank_;
};

struct Outcome {
  std::vector<float> weights;
  eval::Metrics::Confusion confusion;
  double loss;

  bool operator==(const Outcome&) const = default;
};

Outcome train_network(const data::Dataset& dataset, int batch, Communicator& communicator, int threads) {
  train::TrainingOptions options;
  options.recipe.epochs = 2;
  options.recipe.batch = batch;
  options.recipe.optimiser_kind = optim::OptimiserKind::muon;  // AdamW still moves the last layer
  options.recipe.average_decay = 0.9f;
  ThreadPool pool(threads);
  const data::Split parts = data::split(dataset, 0.4, 1);
  train::Trainer trainer(
      nn::build_network("conv 3x3 4 valid | norm | relu | pool 4 | dropout 0.1 | dense 10").value(),
      {&dataset, parts.training}, {&dataset, parts.validation}, options, pool, communicator);
  while (trainer.running()) trainer.advance();
  const auto weights = trainer.selected_weights();
  return {{weights.begin(), weights.end()},
          trainer.selected_validation().confusion(),
          trainer.progress().training_loss};
}

std::vector<Outcome> train_on_ranks(const data::Dataset& dataset, int batch, int ranks, int threads) {
  ThreadGroup group(ranks);
  std::vector<Outcome> outcomes(static_cast<std::size_t>(ranks));
  std::vector<std::thread> running;
  for (int rank = 0; rank < ranks; ++rank) {
    running.emplace_back([&, rank] {
      ThreadCommunicator communicator(group, rank);
      outcomes[static_cast<std::size_t>(rank)] = train_network(dataset, batch, communicator, threads);
    });
  }
  for (std::thread& thread : running) thread.join();
  return outcomes;
}

}  // namespace

TEST_CASE("any number of processes ends with the weights of a single process, bit for bit") {
  const data::Dataset dataset = synthetic::synthetic_digits(700, 4);
  for (const int batch : {128, 100, 20}) {  // eight shards, six, one, and a smaller last batch
    const Outcome expected = train_network(dataset, batch, single_process(), 1);
    for (const int ranks : {2, 3, 4, 9}) {
      for (const Outcome& outcome : train_on_ranks(dataset, batch, ranks, 1 + ranks % 2)) {
        CAPTURE(batch);
        CAPTURE(ranks);
        CHECK(outcome == expected);
      }
    }
  }
}
#endif
