// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "core/data/Appearance.h"
#include "core/synthetic/SyntheticDigits.h"
#include "tests/core/cli/Shell.h"

using namespace inkling;
using namespace inkling::testing;
using nlohmann::json;

TEST_CASE("a model trained on a CSV file is inspected, evaluated and used for a submission") {
  const Shell shell;
  shell.write("train.csv", csv(synthetic::synthetic_digits(600, 1), true));
  shell.write("test.csv", csv(synthetic::synthetic_digits(50, 2), false));

  const json trained =
      shell.inkling_json("train train.csv --model m.safetensors --preset article --epochs 8 --threads 2");
  CHECK(trained["epochs"] == 8);
  CHECK(trained["weights"] == 109'386);
  CHECK(trained["validation"]["accuracy"] > 0.6);
  CHECK(trained["validation"]["loss"] < 2);
  CHECK(trained["training"]["accuracy"] > 0.6);
  CHECK(trained["seconds"] > 0);

  const json inspected = shell.inkling_json("inspect m.safetensors");
  CHECK(inspected["layers"].size() == 6);
  CHECK(inspected["weights"] == 109'386);
  CHECK(inspected["accuracy"].get<double>() ==
        doctest::Approx(trained["validation"]["accuracy"].get<double>()));
  const json data = shell.inkling_json("inspect train.csv");
  CHECK(data["images"] == 600);
  CHECK(data["columns"] == 785);
  CHECK(data["histogram"] == std::vector<int>(10, 60));
  CHECK(data["cells_repaired"] == 0);

  const json evaluated = shell.inkling_json("evaluate m.safetensors train.csv --answers");
  CHECK(evaluated["images"] == 600);
  CHECK(evaluated["accuracy"] > 0.7);
  CHECK(evaluated["confusion"].size() == 10);
  CHECK(evaluated["answers"].size() == 600);

  CHECK(shell.inkling_json("predict m.safetensors test.csv --out s.csv")["images"] == 50);
  const std::string submission = shell.read("s.csv");
  CHECK(submission.starts_with("ImageId,Label\n1,"));
  CHECK(std::count(submission.begin(), submission.end(), '\n') == 51);
}

TEST_CASE("the ids of a test file are kept in the submission") {
  const Shell shell;
  shell.write("train.csv", csv(synthetic::synthetic_digits(100, 1), true));
  std::string test = "ImageId," + csv(synthetic::synthetic_digits(3, 2), false), numbered;
  for (std::size_t begin = 0, line = 0; begin < test.size(); ++line) {
    const std::size_t end = test.find('\n', begin) + 1;
    if (line > 0) numbered += std::to_string(28'000 + line) + ",";
    numbered += test.substr(begin, end - begin);
    begin = end;
  }
  shell.write("test.csv", numbered);
  REQUIRE(shell.inkling("train train.csv --preset fast --epochs 1 --model m.safetensors").exit_code == 0);
  REQUIRE(shell.inkling("predict m.safetensors test.csv --out s.csv").exit_code == 0);
  const std::string submission = shell.read("s.csv");
  CHECK(submission.starts_with("ImageId,Label\n28001,"));
  CHECK(submission.find("\n28003,") != std::string::npos);
}

TEST_CASE("dark ink, a wrong orientation and missing digits are reported, and flags put them right") {
  const Shell shell;
  data::Dataset digits = synthetic::synthetic_digits(200, 4);
  data::invert(digits);
  data::transpose(digits);
  for (std::uint8_t& label : digits.labels) label = label == 8 ? 3 : label;
  shell.write("train.csv", csv(digits, true));
  const json inspected = shell.inkling_json("inspect train.csv");
  CHECK(inspected["inverted"] == true);
  CHECK(inspected["orientation"] == "transposed");
  const json changed = shell.inkling_json("inspect train.csv --invert --transpose");
  CHECK(changed["inverted"] == false);
  CHECK(changed["orientation"] == "upright");
  const Outcome trained = shell.inkling("train train.csv --preset fast --epochs 1 --model m.safetensors");
  CHECK(trained.output.find("train.csv: The images are dark on light. Use --invert.\n") != std::string::npos);
  CHECK(trained.output.find("Use --transpose.\n") != std::string::npos);
  CHECK(trained.output.find("No images of 8: the model won't learn to read these.\n") != std::string::npos);
  CHECK(shell.inkling("inspect train.csv").output.find("\nno images of 8\n") != std::string::npos);
}

TEST_CASE("inverted images are predicted as the others are once they are corrected") {
  const Shell shell;
  data::Dataset digits = synthetic::synthetic_digits(100, 1);
  shell.write("train.csv", csv(digits, true));
  shell.write("test.csv", csv(digits, false));
  data::invert(digits);
  shell.write("inverted.csv", csv(digits, false));
  REQUIRE(shell.inkling("train train.csv --preset fast --epochs 1 --model m.safetensors").exit_code == 0);
  REQUIRE(shell.inkling("predict m.safetensors test.csv --out a.csv").exit_code == 0);
  CHECK(shell.inkling("predict m.safetensors inverted.csv --out b.csv").output.find("Use --invert.") !=
        std::string::npos);
  REQUIRE(shell.inkling("predict m.safetensors inverted.csv --invert --out b.csv").exit_code == 0);
  CHECK(shell.read("a.csv") == shell.read("b.csv"));
}

TEST_CASE("unknown commands, options and choices are named") {
  const Shell shell;
  const Outcome command = shell.inkling("raed m.safetensors");
  CHECK(command.exit_code == 2);
  CHECK(
      command.output.starts_with("inkling: There is no command \"raed\". Choose one of: train, evaluate, "));
  for (const char* incomplete : {"--foo", "evaluate --foo", "evaluate m.safetensors --foo"}) {
    const Outcome option = shell.inkling(incomplete);
    CHECK(option.exit_code == 2);
    CHECK(option.output.starts_with("inkling: There is no option \"--foo\"."));
  }
  const Outcome choice = shell.inkling("train t.csv --model m.safetensors --precision quarter");
  CHECK(choice.exit_code == 2);
  CHECK(choice.output.find("There is no choice \"quarter\". Choose one of: single, half.") !=
        std::string::npos);
  CHECK(shell.inkling("form new --columns Points --out sheet.pdf").exit_code == 2);
}

TEST_CASE("a file of another type is named where a model is expected") {
  const Shell shell;
  shell.write("page.safetensors", "<!DOCTYPE html><html></html>");
  shell.write("m.pt", "PK\x03\x04");
  const std::string choose = ", not a model from Inkling. Choose a .safetensors file that it saved.\n";
  CHECK(shell.inkling("inspect page.safetensors").output ==
        "inkling: page.safetensors: This is a web page or XML" + choose);
  CHECK(shell.inkling("inspect m.pt").output == "inkling: m.pt: This is a ZIP archive" + choose);
  shell.write("small.csv", csv(synthetic::synthetic_digits(20, 1), true));
  CHECK(shell.inkling("evaluate small.csv m.pt").output ==
        "inkling: small.csv: This is a text file" + choose);
  CHECK(shell.inkling("evaluate m.pt train.csv").output == "inkling: m.pt: This is a ZIP archive" + choose);
}

TEST_CASE("bad rows are reported and skipped in training, and an error in prediction") {
  const Shell shell;
  shell.write("train.csv", csv(synthetic::synthetic_digits(200, 1), true) + "1,2,3\n");
  shell.write("test.csv", csv(synthetic::synthetic_digits(20, 2), false) + "1,2,3\n");
  const std::string report = "200 of 201 rows used, 1 skipped: row 202: 3 values, expected 785.\n";

  const Outcome trained = shell.inkling("train train.csv --preset fast --epochs 1 --model m.safetensors");
  CHECK(trained.exit_code == 0);
  CHECK(trained.output.find("train.csv: " + report) != std::string::npos);
  CHECK(shell.inkling("inspect train.csv").output.ends_with("\n" + report));
  const json data = shell.inkling_json("inspect train.csv");
  CHECK(data["images"] == 200);
  CHECK(data["rows_left_out"] == 1);
  CHECK(data["left_out"][0]["row"] == 202);
  CHECK(data["left_out"][0]["reason"] == "row 202: 3 values, expected 785");

  const Outcome predicted = shell.inkling("predict m.safetensors test.csv --out s.csv");
  CHECK(predicted.exit_code == 65);
  CHECK(predicted.output ==
        "inkling: test.csv: row 22: 3 values, expected 784. Every row of this file is needed. Please fix "
        "it.\n");
  CHECK_FALSE(std::filesystem::exists(shell.path("s.csv")));
}

TEST_CASE("the same seed gives the same file, for any number of threads") {
  const Shell shell;
  shell.write("train.csv", csv(synthetic::synthetic_digits(200, 1), true));
  const std::string train = "train train.csv --preset fast --epochs 1 --seed 3 ";
  CHECK(shell.inkling(train + "--threads 1 --model a.safetensors").exit_code == 0);
  CHECK(shell.inkling(train + "--threads 3 --model b.safetensors").exit_code == 0);
  CHECK(shell.read("a.safetensors") == shell.read("b.safetensors"));
}

TEST_CASE("images and strokes are trained on together, with an accuracy for each source") {
  const Shell shell;
  shell.write("train.csv", csv(synthetic::synthetic_digits(200, 1), true));
  shell.write("strokes.jsonl", strokes(100, 2));
  const std::string train = "train train.csv strokes.jsonl --preset fast --augment on --epochs 2 --model ";
  const json trained = shell.inkling_json(train + "a --threads 1 --repeat-strokes 2");
  REQUIRE(trained["sources"].size() == 2);
  CHECK(trained["sources"][0]["source"] == "train.csv");
  CHECK(trained["sources"][0]["images"] == 40);
  CHECK(trained["sources"][1]["images"] == 20);
  CHECK(trained["sources"][1]["writers"].size() == 1);
  const double right = 40 * trained["sources"][0]["accuracy"].get<double>() +
                       20 * trained["sources"][1]["accuracy"].get<double>();
  CHECK(right / 60 == doctest::Approx(trained["validation"]["accuracy"].get<double>()));
  CHECK(shell.inkling(train + "b --threads 3 --repeat-strokes 2").exit_code == 0);
  CHECK(shell.read("a") == shell.read("b"));
  CHECK(shell.inkling(train + "c").exit_code == 0);
  CHECK(shell.read("a") != shell.read("c"));
  shell.write("unlabelled.csv", csv(synthetic::synthetic_digits(20, 1), false));
  const Outcome refused = shell.inkling("train train.csv unlabelled.csv --model d");
  CHECK(refused.exit_code == 65);
  CHECK(refused.output.find("unlabelled.csv: The images have no labels.") != std::string::npos);
}

TEST_CASE("negatives are added to the training images, and the held-out images stay the same") {
  const Shell shell;
  shell.write("train.csv", csv(synthetic::synthetic_digits(200, 1), true));
  const std::string train = "train train.csv --preset fast --augment on --epochs 2 --model ";
  CHECK(shell.inkling(train + "a --negatives 30 --threads 1").exit_code == 0);
  CHECK(shell.inkling(train + "b --negatives 30 --threads 3").exit_code == 0);
  CHECK(shell.read("a") == shell.read("b"));
  const json inspected = shell.inkling_json("inspect a");
  CHECK(inspected["data"] == "200 images and 30 non-digits");
  CHECK(inspected["protocol"].get<std::string>().starts_with("measured on 40 of 200 images,"));
  CHECK(shell.inkling(train + "c").exit_code == 0);
  CHECK(shell.read("a") != shell.read("c"));
  CHECK(shell.inkling(train + "d --negatives -1").exit_code == 2);
  CHECK(shell.inkling(train + "d --negatives many").exit_code == 2);
}

TEST_CASE("a half-precision model is smaller, and has the accuracy that training reported") {
  const Shell shell;
  shell.write("train.csv", csv(synthetic::synthetic_digits(200, 1), true));
  shell.write("test.csv", csv(synthetic::synthetic_digits(100, 2), true));
  const std::string train = "train train.csv --preset article --epochs 2 --validation 0 --test test.csv ";
  CHECK(shell.inkling_json(train + "--model s.safetensors")["test"]["images"] == 100);
  const json trained = shell.inkling_json(train + "--precision half --model h.safetensors");
  CHECK(3 * shell.read("h.safetensors").size() < 2 * shell.read("s.safetensors").size());
  CHECK(shell.inkling_json("inspect s.safetensors")["precision"] == "single");
  CHECK(shell.inkling_json("inspect h.safetensors")["precision"] == "half");
  const json evaluated = shell.inkling_json("evaluate h.safetensors test.csv");
  CHECK(evaluated["accuracy"] == trained["test"]["accuracy"]);
  CHECK(evaluated["loss"] == trained["test"]["loss"]);
  CHECK(shell.inkling(train + "--precision tiny --model t.safetensors").exit_code == 2);
}

TEST_CASE("exit codes: 2 for wrong usage, 65 for bad data, 74 for a missing file") {
  const Shell shell;
  shell.write("bad.csv", "1,2,3\n4,5,6\n");
  shell.write("unlabelled.csv", csv(synthetic::synthetic_digits(20, 2), false));
  shell.write("good.csv", csv(synthetic::synthetic_digits(50, 2), true));
  CHECK(shell.inkling("").exit_code == 2);
  CHECK(shell.inkling("dance").exit_code == 2);
  CHECK(shell.inkling("train good.csv").exit_code == 2);
  CHECK(shell.inkling("train good.csv --model m.safetensors --preset huge").exit_code == 2);
  CHECK(shell.inkling("train good.csv --model m.safetensors --epochs 0").exit_code == 2);
  CHECK(shell.inkling("train bad.csv --model m.safetensors").exit_code == 65);
  CHECK(shell.inkling("train unlabelled.csv --model m.safetensors").exit_code == 65);
  CHECK(shell.inkling("inspect bad.csv").exit_code == 65);
  CHECK(shell.inkling("evaluate good.csv good.csv").exit_code == 65);
  CHECK(shell.inkling("inspect none.csv").exit_code == 74);
  CHECK(shell.inkling("train good.csv --preset article --epochs 1 --model none/m.safetensors").exit_code ==
        74);
  CHECK(shell.inkling("train none.csv --model m.safetensors").output ==
        "inkling: none.csv: No such file or directory\n");
}

TEST_CASE("help and version go to stdout and exit with 0") {
  const Shell shell;
  CHECK(shell.inkling("--version").output.starts_with("inkling "));
  for (const std::string command : {"", "train", "evaluate", "calibrate", "predict", "inspect", "bench"}) {
    const Outcome help = shell.inkling(command + " --help 2>/dev/null");
    CHECK(help.exit_code == 0);
    CHECK(help.output.find("Usage: inkling") != std::string::npos);
  }
}

TEST_CASE("problems with files are found before training starts") {
  const Shell shell;
  shell.write("good.csv", csv(synthetic::synthetic_digits(50, 2), true));
  shell.write("unlabelled.csv", csv(synthetic::synthetic_digits(20, 2), false));
  const std::string train = "train good.csv --preset article --epochs 1 ";
  CHECK(shell.inkling(train + "--model m.safetensors --test none.csv").exit_code == 74);
  CHECK(shell.inkling(train + "--model m.safetensors --test unlabelled.csv").exit_code == 65);
  CHECK(shell.inkling(train + "--model none/m.safetensors").output ==
        "inkling: none/m.safetensors: the folder doesn't exist.\n");
  CHECK(shell.inkling(train + "--model m.safetensors --threads 0").exit_code == 2);
  CHECK(shell.inkling(train + "--model m.safetensors --test good.csv").exit_code == 0);
}

TEST_CASE("a submission is written through links and into pipes, and replaces neither") {
  const Shell shell;
  shell.write("good.csv", csv(synthetic::synthetic_digits(50, 2), true));
  CHECK(shell.inkling("train good.csv --preset article --epochs 1 --model m.safetensors").exit_code == 0);
  CHECK(shell.inkling("predict m.safetensors good.csv --out /dev/stdout")
            .output.starts_with("ImageId,Label\n1,"));
  shell.write("target.csv", "old");
  std::filesystem::create_symlink("target.csv", shell.path("link.csv"));
  CHECK(shell.inkling("predict m.safetensors good.csv --out link.csv").exit_code == 0);
  CHECK(std::filesystem::is_symlink(shell.path("link.csv")));
  CHECK(shell.read("target.csv").starts_with("ImageId,Label\n"));
}

TEST_CASE("patience stops training early and selects the best weights") {
  const Shell shell;
  shell.write("good.csv", csv(synthetic::synthetic_digits(100, 2), true));
  const std::string train =
      "train good.csv --model m.safetensors --preset article --epochs 300 --learning-rate 0.02 "
      "--schedule cosine --patience 2 ";
  const json trained = shell.inkling_json(train);
  CHECK(trained["epochs"] < 300);
  CHECK(trained["epochs"].get<int>() == trained["best_epoch"].get<int>() + 2);
  CHECK(shell.inkling(train + "--keep last").output ==
        "inkling: Patience selects the best epoch's weights, so the last epoch's can't be kept.\n");
  CHECK(shell.inkling(train + "--schedule steps").exit_code == 2);
}

TEST_CASE("a custom architecture is trained with a preset's recipe, or refused") {
  const Shell shell;
  shell.write("good.csv", csv(synthetic::synthetic_digits(50, 2), true));
  const std::string train =
      "train good.csv --model m.safetensors --preset article --epochs 1 --architecture ";
  CHECK(shell.inkling_json(train + "'flatten | dense 12 | relu | dense 10'")["weights"] ==
        785 * 12 + 13 * 10);
  CHECK(shell.inkling_json("inspect m.safetensors")["architecture"] ==
        "flatten | dense 12 | relu | dense 10");
  CHECK(shell.inkling(train + "'flatten | dance 10'").exit_code == 2);
  CHECK(shell.inkling(train + "'flatten | dense 12'").output ==
        "inkling: The network's output is 12. It must end with \"dense 10\", one output for each digit.\n");
}

TEST_CASE("control characters from a file or its name never reach the terminal") {
  const Shell shell;
  shell.write("train.csv", csv(synthetic::synthetic_digits(20, 1), true));
  const std::string train = "train train.csv --preset article --epochs 1 --model m.safetensors ";
  REQUIRE(shell.inkling(train + "--data-title \"$(printf 'a\\033[2Jb\\302\\233c')\"").exit_code == 0);
  const std::string inspected = shell.inkling("inspect m.safetensors").output;
  CHECK(inspected.find("trained on   a\\x1b[2Jb\\x9bc\n") != std::string::npos);
  const std::string name = "\"$(printf 'x\\033]0;owned\\007')\"";
  for (const std::string& arguments :
       {"inspect " + name, "read m.safetensors " + name, "inspect a b " + name,
        std::string("inspect m.safetensors --json"), "export m.safetensors --card " + name}) {
    CAPTURE(arguments);
    const std::string output = shell.inkling(arguments).output;
    CHECK_FALSE(output.empty());
    CHECK(output.find('\x1b') == std::string::npos);
    CHECK(output.find("\xc2\x9b") == std::string::npos);
  }
}
