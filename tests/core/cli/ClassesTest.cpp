// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/synthetic/SyntheticDigits.h"
#include "tests/core/cli/Shell.h"

using namespace inkling;
using namespace inkling::testing;
using nlohmann::json;

namespace {

const std::vector<std::string> words = {"bee", "cat", "ant", "dog"};

/// A train.csv of synthetic digits 0 to 3, labelled with words.
std::string words_csv(std::size_t images, std::uint64_t seed, bool labelled = true) {
  const data::Dataset digits = synthetic::synthetic_digits(images, seed);
  std::vector<std::uint32_t> used;
  for (std::uint32_t image = 0; image < digits.size(); ++image)
    if (digits.labels[image] < words.size()) used.push_back(image);
  const data::Dataset symbols = data::select(digits, used);
  if (!labelled) return csv(symbols, false);
  std::string text = csv(symbols, true), named;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin) + 1;
    const std::string line = text.substr(begin, end - begin);
    named += begin == 0 ? line : words[static_cast<std::size_t>(line[0] - '0')] + line.substr(1);
    begin = end;
  }
  return named;
}

constexpr const char* quickly = " --preset article --epochs 6 --threads 2 ";

}  // namespace

TEST_CASE("a model of named classes is trained, inspected, evaluated and used by name") {
  const Shell shell;
  shell.write("train.csv", words_csv(1000, 1));
  shell.write("test.csv", words_csv(200, 2));
  shell.write("unlabelled.csv", words_csv(50, 3, false));

  const json data = shell.inkling_json("inspect train.csv");
  CHECK(data["classes"] == json{"ant", "bee", "cat", "dog"});
  CHECK(data["histogram"] == json{100, 100, 100, 100});
  CHECK(data["details"].get<std::string>().ends_with("4 classes"));

  const json trained =
      shell.inkling_json("train train.csv --test test.csv --model m.safetensors" + std::string(quickly));
  CHECK(trained["test"]["accuracy"] > 0.7);
  CHECK(trained["classes"].size() == 4);
  CHECK(trained["test"]["classes"][3]["name"] == "dog");
  const json model = shell.inkling_json("inspect m.safetensors");
  CHECK(model["classes"] == json{"ant", "bee", "cat", "dog"});
  CHECK(model["architecture"].get<std::string>().ends_with("dense 4"));

  const json evaluated = shell.inkling_json("evaluate m.safetensors test.csv --answers --negatives 20");
  CHECK(evaluated["confusion"].size() == 4);
  CHECK(evaluated["classes"][0]["name"] == "ant");
  CHECK(std::ranges::count(words, evaluated["answers"][0].get<std::string>()) == 1);
  CHECK(evaluated["negatives"][1]["kind"] == "two symbols");
  CHECK(shell.inkling("evaluate m.safetensors test.csv").output.find("dog") != std::string::npos);

  CHECK(shell.inkling_json("predict m.safetensors unlabelled.csv --out s.csv")["images"] == 20);
  const std::string submission = shell.read("s.csv");
  CHECK(submission.starts_with("ImageId,Label\n1,"));
  const std::string first = submission.substr(16, submission.find('\n', 16) - 16);
  CHECK(std::ranges::count(words, first) == 1);

  CHECK(shell.inkling("export m.safetensors --onnx m.onnx --card m.md").exit_code == 0);
  CHECK(shell.read("m.md").find("Recognises 4 classes: ant, bee, cat, dog.") != std::string::npos);
  CHECK(shell.read("m.onnx").find("[\"ant\",\"bee\",\"cat\",\"dog\"]") != std::string::npos);
  CHECK(shell.inkling("calibrate m.safetensors test.csv --out c.safetensors").exit_code == 0);
}

TEST_CASE("a class that the model doesn't have is an error that names it") {
  const Shell shell;
  shell.write("train.csv", words_csv(200, 1));
  shell.write("digits.csv", csv(synthetic::synthetic_digits(20, 2), true));
  REQUIRE(shell.inkling("train train.csv --model m.safetensors --validation 0" + std::string(quickly))
              .exit_code == 0);
  const Outcome outcome = shell.inkling("evaluate m.safetensors digits.csv");
  CHECK(outcome.exit_code == 65);
  CHECK(outcome.output ==
        "inkling: digits.csv: The class 0 is none of the model's: ant, bee, cat and dog. Choose "
        "classes of the data, or rename them.\n");
  CHECK(shell.inkling("evaluate m.safetensors digits.csv --classes 0=bee,1=cat,2=ant,3=dog").exit_code == 0);
}

TEST_CASE("files of different classes are joined by name, and --classes chooses and renames") {
  const Shell shell;
  shell.write("words.csv", words_csv(200, 1));
  shell.write("digits.csv", csv(synthetic::synthetic_digits(100, 2), true));
  REQUIRE(
      shell.inkling("train words.csv digits.csv --model m.safetensors" + std::string(quickly)).exit_code ==
      0);
  CHECK(shell.inkling_json("inspect m.safetensors")["classes"].size() == 14);
  const json chosen = shell.inkling_json("inspect words.csv --classes dog,ant");
  CHECK(chosen["classes"] == json{"dog", "ant"});
  CHECK(chosen["images"] == 40);
  shell.write("names.txt", "0 48\n1 8364\n");
  CHECK(shell.inkling_json("inspect digits.csv --classes names.txt")["classes"] == json{"0", "€"});
  const Outcome wrong = shell.inkling("inspect words.csv --classes cow,horse");
  CHECK(wrong.exit_code == 2);
  CHECK(wrong.output.find("2 names for 4 labels: ant, bee, cat and dog") != std::string::npos);
}

TEST_CASE("a model of other classes learns corrections beside images to replay") {
  const Shell shell;
  shell.write("train.csv", words_csv(600, 1));
  shell.write("corrections.csv", words_csv(20, 5));
  REQUIRE(shell.inkling("train train.csv --model m.safetensors" + std::string(quickly)).exit_code == 0);
  const Outcome refused = shell.inkling("learn m.safetensors corrections.csv --out l.safetensors");
  CHECK(refused.exit_code == 65);
  CHECK(refused.output.find("Give labelled images of them to replay") != std::string::npos);
  const json learned =
      shell.inkling_json("learn m.safetensors corrections.csv --replay train.csv --out l.safetensors");
  CHECK(learned["corrections"]["right_after"] >= learned["corrections"]["right_before"]);
  CHECK(learned["rehearsal"]["images"] == 48);
  CHECK(shell.inkling_json("inspect l.safetensors")["classes"].size() == 4);
}
