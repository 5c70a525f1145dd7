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

/// Threads that take the part of processes: what MPI moves is copied here.
struct Table {
  explicit Table(int processes) : meet(processes), rows(static_cast<std::size_t>(processes)) {}

  std::barrier<> meet;
  std::vector<std::byte*> rows;  // what each has laid on it
};

class Seat : public Communicator {
 public:
  Seat(Table& table, int process) : table_(&table), process_(process) {}

  int processes() const override { return static_cast<int>(table_->rows.size()); }
  int process() const override { return process_; }

  void deal(std::span<const float> rows, std::span<float> received) override {
    const std::size_t size = rows.size() / table_->rows.size();
    std::vector<float> own(rows.begin(), rows.end());
    move(reinterpret_cast<std::byte*>(own.data()), [&](std::size_t from, const std::byte* theirs) {
      const auto* row = reinterpret_cast<const float*>(theirs) + process_ * size;
      std::copy_n(row, size, received.data() + from * size);
    });
  }

  void gather(std::span<std::byte> rows) override {
    const std::size_t size = rows.size() / table_->rows.size();
    move(rows.data(), [&](std::size_t from, const std::byte* theirs) {
      if (from != static_cast<std::size_t>(process_))
        std::memcpy(rows.data() + from * size, theirs + from * size, size);
    });
  }

 private:
  template <class Take>
  void move(std::byte* own, const Take& take) {
    table_->rows[static_cast<std::size_t>(process_)] = own;
    table_->meet.arrive_and_wait();
    for (std::size_t from = 0; from < table_->rows.size(); ++from) take(from, table_->rows[from]);
    table_->meet.arrive_and_wait();
  }

  Table* table_;
  int process_;
};

struct Outcome {
  std::vector<float> weights;
  eval::Metrics::Confusion confusion;
  double loss;

  bool operator==(const Outcome&) const = default;
};

Outcome trained_weights(const data::Dataset& dataset, int batch, Communicator& exchange, int threads) {
  train::TrainingOptions options;
  options.recipe.epochs = 2;
  options.recipe.batch = batch;
  options.recipe.optimiser_kind = model::OptimiserKind::muon;  // beside AdamW, which moves the last layer
  options.recipe.average_decay = 0.9f;
  ThreadPool pool(threads);
  const data::Split parts = data::split(dataset, 0.4, 1);
  train::Trainer trainer(
      nn::build_network("conv 3x3 4 valid | norm | relu | pool 4 | dropout 0.1 | dense 10").value(),
      {&dataset, parts.training}, {&dataset, parts.validation}, options, pool, exchange);
  while (trainer.running()) trainer.advance();
  const auto weights = trainer.kept_weights();
  return {{weights.begin(), weights.end()},
          trainer.kept_validation().confusion(),
          trainer.progress().training_loss};
}

std::vector<Outcome> train_together(const data::Dataset& dataset, int batch, int processes, int threads) {
  Table table(processes);
  std::vector<Outcome> outcomes(static_cast<std::size_t>(processes));
  std::vector<std::thread> running;
  for (int process = 0; process < processes; ++process) {
    running.emplace_back([&, process] {
      Seat seat(table, process);
      outcomes[static_cast<std::size_t>(process)] = trained_weights(dataset, batch, seat, threads);
    });
  }
  for (std::thread& thread : running) thread.join();
  return outcomes;
}

}  // namespace

TEST_CASE("any number of processes ends, each of them, with the weights of one, bit for bit") {
  const data::Dataset dataset = synthetic::synthetic_digits(700, 4);
  for (const int batch : {128, 100, 20}) {  // eight shards, six, one, and the rest that is left over
    const Outcome expected = trained_weights(dataset, batch, single_process(), 1);
    for (const int processes : {2, 3, 4, 9}) {
      for (const Outcome& outcome : train_together(dataset, batch, processes, 1 + processes % 2)) {
        CAPTURE(batch);
        CAPTURE(processes);
        CHECK(outcome == expected);
      }
    }
  }
}
#endif
