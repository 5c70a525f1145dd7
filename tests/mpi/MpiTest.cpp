// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>

#include "core/synthetic/SyntheticDigits.h"
#include "tests/core/cli/Shell.h"

using namespace inkling;
using namespace inkling::testing;

namespace {

/// The command line for `processes` processes; they may outnumber the cores and run as root.
std::string mpirun(int processes, const std::string& arguments) {
  return "OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 mpirun --oversubscribe --bind-to none "
         "-n " +
         std::to_string(processes) + " '" INKLING_COMMAND "' " + arguments;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t times = 0;
  for (std::size_t place = 0; (place = text.find(part, place)) != std::string::npos; ++place) ++times;
  return times;
}

}  // namespace

TEST_CASE("1, 2 and 4 processes, with or without threads, write the same file and print once") {
  const Shell shell;
  shell.write("train.csv", csv(synthetic::synthetic_digits(500, 1), true));
  shell.write("test.csv", csv(synthetic::synthetic_digits(300, 2), true));
  for (const std::string preset : {"fast", "article"}) {
    const std::string train = "train train.csv --epochs 2 --test test.csv --preset " + preset;
    CHECK(shell.inkling(train + " --model single").exit_code == 0);
    for (const int processes : {1, 2, 4}) {
      const std::string threads = std::to_string(1 + processes % 4 / 2);
      const Outcome outcome = shell.run(mpirun(processes, train + " --model m --threads " + threads));
      CAPTURE(outcome.output);
      CHECK(outcome.exit_code == 0);
      CHECK(count(outcome.output, "model saved to m") == 1);
      CHECK(shell.read("m") == shell.read("single"));
    }
  }
}

TEST_CASE("all processes get strokes with their writers, and negatives") {
  const Shell shell;
  shell.write("train.csv", csv(synthetic::synthetic_digits(300, 1), true));
  shell.write("strokes.jsonl", strokes(200, 2));
  const std::string train =
      "train train.csv strokes.jsonl --negatives 40 --epochs 2 --preset fast --augment on --model ";
  CHECK(shell.inkling(train + "single").exit_code == 0);
  CHECK(shell.run(mpirun(2, train + "m")).exit_code == 0);
  CHECK(shell.read("m") == shell.read("single"));
}

TEST_CASE("bad data ends all processes with one error") {
  const Shell shell;
  const Outcome outcome = shell.run(mpirun(2, "train none.csv --model m"));
  CHECK(outcome.exit_code == 74);
  CHECK(count(outcome.output, "inkling: none.csv: No such file or directory\n") == 1);
}

TEST_CASE("a process that dies ends the run with an error, and its checkpoint resumes to the same weights") {
  const Shell shell;
  shell.write("train.csv", csv(synthetic::synthetic_digits(500, 1), true));
  const std::string train = "train train.csv --preset fast --epochs 12 --threads 1 --model ";
  CHECK(shell.inkling(train + "whole").exit_code == 0);
  const Outcome killed = shell.run(mpirun(2, train + "m --checkpoint c") +
                                   " & run=$!; until [ -e c ]; do sleep 0.02; done;"
                                   " kill -KILL $(cut -d' ' -f2 /proc/$run/task/$run/children); wait $run");
  CAPTURE(killed.output);
  CHECK(killed.exit_code != 0);
  CHECK(count(killed.output, "so training stops. Continue from its last checkpoint") == 1);
  CHECK(!std::filesystem::exists(shell.path("m")));
  CHECK(shell.run(mpirun(2, train + "m --checkpoint c --resume")).exit_code == 0);
  CHECK(shell.read("m") == shell.read("whole"));
}

TEST_CASE("a signal to any process stops all after the same step") {
  const Shell shell;
  shell.write("train.csv", csv(synthetic::synthetic_digits(500, 1), true));
  const std::string train = "train train.csv --preset fast --epochs 12 --threads 1 --model ";
  CHECK(shell.inkling(train + "whole").exit_code == 0);
  const Outcome stopped = shell.run(mpirun(2, train + "m --checkpoint c") +
                                    " & run=$!; until [ -e c ]; do sleep 0.02; done;"
                                    " kill -TERM $(cut -d' ' -f2 /proc/$run/task/$run/children); wait $run");
  CAPTURE(stopped.output);
  CHECK(stopped.exit_code == 143);
  CHECK(count(stopped.output, "of 12. Continue from c with --resume.") == 1);
  CHECK(shell.inkling(train + "m --checkpoint c --resume").exit_code == 0);
  CHECK(shell.read("m") == shell.read("whole"));
}
