// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/core/cli/Shell.h"

using namespace inkling;
using namespace inkling::testing;

TEST_CASE("learn writes a model, and reports the accuracy before and after") {
  const Shell shell;
  shell.write("train.csv", csv(synthetic::synthetic_digits(600, 1), true));
  shell.write("corrections.jsonl", strokes(10, 5));
  REQUIRE(shell.inkling("train train.csv --preset article --epochs 2 --model m.safetensors").exit_code == 0);
  const std::string learn = "learn m.safetensors corrections.jsonl --out ";
  const nlohmann::json report = shell.inkling_json(learn + "a.safetensors --threads 1");
  CHECK(report["corrections"]["images"] == 10);
  CHECK(report["corrections"]["right_after"] >= report["corrections"]["right_before"]);
  CHECK(report["rehearsal"]["images"] == 1000);
  CHECK(shell.inkling(learn + "b.safetensors --threads 3").exit_code == 0);
  CHECK(shell.read("a.safetensors") == shell.read("b.safetensors"));
  CHECK(shell.inkling("evaluate a.safetensors train.csv").exit_code == 0);
}

TEST_CASE("learn refuses unlabelled corrections, and a path that can't be written") {
  const Shell shell;
  shell.write("train.csv", csv(synthetic::synthetic_digits(200, 1), true));
  shell.write("unlabelled.csv", csv(synthetic::synthetic_digits(20, 1), false));
  REQUIRE(shell.inkling("train train.csv --preset article --epochs 1 --model m.safetensors").exit_code == 0);
  const Outcome refused = shell.inkling("learn m.safetensors unlabelled.csv --out a.safetensors");
  CHECK(refused.exit_code == 65);
  CHECK(refused.output.find("aren't labelled") != std::string::npos);
  CHECK(shell.inkling("learn m.safetensors train.csv --out none/a.safetensors").exit_code == 74);
}
