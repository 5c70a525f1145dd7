// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "tests/core/cli/Shell.h"

using namespace inkling;
using namespace inkling::testing;

TEST_CASE("export writes ONNX and a model card, and describes the input") {
  const Shell shell;
  shell.write("train.csv", csv(synthetic::synthetic_digits(200, 1), true));
  REQUIRE(shell.inkling("train train.csv --preset article --epochs 1 --model m.safetensors").exit_code == 0);
  const Outcome exported = shell.inkling("export m.safetensors --onnx m.onnx --card card.md");
  CHECK(exported.exit_code == 0);
  CHECK(exported.output.find("[batch, 1, 28, 28]") != std::string::npos);
  const std::string onnx = shell.read("m.onnx");
  CHECK(onnx.size() > 109'386 * sizeof(float));
  CHECK(onnx.find("layers.5.weight") != std::string::npos);
  CHECK(onnx.find("preprocessing") != std::string::npos);
  CHECK(shell.read("card.md").find("# Tutorial network") == 0);
  CHECK(shell.inkling_json("export m.safetensors --onnx m.onnx")["onnx"] == "m.onnx");
}

TEST_CASE("export writes the same model again") {
  const Shell shell;
  shell.write("train.csv", csv(synthetic::synthetic_digits(50, 1), true));
  REQUIRE(shell.inkling("train train.csv --preset article --epochs 1 --model m.safetensors").exit_code == 0);
  CHECK(shell.inkling("export m.safetensors --safetensors again.safetensors").exit_code == 0);
  CHECK(shell.read("again.safetensors") == shell.read("m.safetensors"));
}

TEST_CASE("export needs something to write, and a model") {
  const Shell shell;
  shell.write("none.safetensors", "none");
  CHECK(shell.inkling("export none.safetensors").exit_code == 2);
  CHECK(shell.inkling("export none.safetensors --onnx m.onnx").exit_code == 65);
  CHECK(shell.inkling("export absent.safetensors --onnx m.onnx").exit_code == 74);
}
