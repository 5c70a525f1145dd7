// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>

#include "core/synthetic/SyntheticDigits.h"
#include "tests/core/cli/Shell.h"

using namespace inkling;
using namespace inkling::testing;

namespace {

/// Starts a training run, sends it a signal once its first checkpoint exists, and waits for it to end.
Outcome interrupt(const Shell& shell, const std::string& train, const std::string& signal) {
  return shell.run("'" INKLING_COMMAND "' " + train +
                   " & training=$!; until [ -e c ]; do sleep 0.02; done; kill -" + signal +
                   " $training; wait $training");
}

bool contains(const Outcome& outcome, const std::string& text) {
  return outcome.output.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("a run that was killed or stopped resumes to the same model file") {
  const Shell shell;
  shell.write("train.csv", csv(synthetic::synthetic_digits(400, 1), true));
  const std::string train = "train train.csv --preset fast --epochs 12 ";
  CHECK(shell.inkling(train + "--model whole").exit_code == 0);
  const auto resume = [&] {
    const Outcome outcome = shell.inkling(train + "--model m --checkpoint c --resume");
    CHECK(outcome.exit_code == 0);
    CHECK(contains(outcome, "Resuming from c after "));
    CHECK(shell.read("m") == shell.read("whole"));
    std::filesystem::remove(shell.path("c"));
  };
  CHECK(interrupt(shell, train + "--model m --checkpoint c", "KILL").exit_code == 137);
  resume();
  for (const auto& [signal, code] : {std::pair("INT", 130), {"TERM", 143}}) {
    const Outcome stopped = interrupt(shell, train + "--model m --checkpoint c", signal);
    CHECK(stopped.exit_code == code);
    CHECK(contains(stopped, "of 12. Continue from c with --resume."));
    resume();
  }
}

TEST_CASE("--resume starts over without a checkpoint, and refuses that of another run") {
  const Shell shell;
  shell.write("train.csv", csv(synthetic::synthetic_digits(50, 1), true));
  const std::string train = "train train.csv --preset article --model m --epochs 1 ";
  const Outcome first = shell.inkling(train + "--checkpoint c --resume");
  CHECK(first.exit_code == 0);
  CHECK(contains(first, "c doesn't exist yet. Training starts from the beginning."));
  CHECK(shell.inkling(train + "--checkpoint c --resume").exit_code == 0);
  const Outcome other = shell.inkling(train + "--seed 2 --checkpoint c --resume");
  CHECK(other.exit_code == 65);
  CHECK(contains(
      other,
      "inkling: c: Can't resume from this checkpoint: it was made with other images, or another split."));
  CHECK(shell.inkling(train + "--negatives 6 --checkpoint c --resume").exit_code == 65);
  CHECK(shell.inkling(train + "--resume").exit_code == 2);
  CHECK(shell.inkling(train + "--checkpoint none/c").exit_code == 74);
}
