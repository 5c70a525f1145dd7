// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "core/synthetic/Negatives.h"
#include "core/synthetic/SyntheticDigits.h"
#include "tests/core/cli/Shell.h"

using namespace inkling;
using namespace inkling::testing;
using nlohmann::json;

TEST_CASE("training with held-out images calibrates the model, the same for any number of threads") {
  const Shell shell;
  shell.write("train.csv", csv(synthetic::synthetic_digits(1000, 1), true));
  shell.write("test.csv", csv(synthetic::synthetic_digits(1000, 2), true));
  const std::string train = "train train.csv --preset article --epochs 4 --model ";
  const json trained = shell.inkling_json(train + "m.safetensors --threads 1");
  const json fit = trained["calibration"];
  CHECK(fit["temperature"] > 0.05);
  CHECK(fit["ece_after"] < fit["ece_before"]);
  const json strict = shell.inkling_json(train + "strict.safetensors --accept 0.9")["calibration"];
  CHECK(strict["least_energy"] > fit["least_energy"]);
  CHECK(shell.inkling(train + "n.safetensors --threads 3").exit_code == 0);
  CHECK(shell.read("m.safetensors") == shell.read("n.safetensors"));

  const json inspected = shell.inkling_json("inspect m.safetensors")["calibration"];
  CHECK(inspected["temperature"] == fit["temperature"]);
  CHECK(inspected["least_energy"] == fit["least_energy"]);
  const json evaluated = shell.inkling_json("evaluate m.safetensors test.csv")["calibration"];
  CHECK(evaluated["ece"] < evaluated["ece_uncalibrated"]);
  CHECK(evaluated["accepted"] > 0.95);
  CHECK(evaluated["accepted"] < 1);
}

TEST_CASE("evaluate reports each kind of negative, and all of them") {
  const Shell shell;
  shell.write("train.csv", csv(synthetic::synthetic_digits(600, 1), true));
  REQUIRE(shell.inkling("train train.csv --preset article --epochs 4 --negatives 120 --model m.safetensors")
              .exit_code == 0);
  const std::string evaluate = "evaluate m.safetensors train.csv";
  const json kinds = shell.inkling_json(evaluate + " --negatives 300")["negatives"];
  REQUIRE(kinds.size() == 7);
  CHECK(kinds[0]["kind"] == "scribble");
  CHECK(kinds[6]["kind"] == "all");
  double false_accepts = 0;
  for (std::size_t kind = 0; kind < 6; ++kind) false_accepts += kinds[kind]["false_accept"].get<double>();
  CHECK(false_accepts / 6 == doctest::Approx(kinds[6]["false_accept"].get<double>()));
  CHECK(kinds[6]["auroc"] > 0.8);
  CHECK_FALSE(shell.inkling_json(evaluate).contains("negatives"));
  CHECK(shell.inkling(evaluate + " --negatives 5").exit_code == 2);
}

TEST_CASE("drawings of non-digits teach a model to reject their like, whatever their labels") {
  const Shell shell;
  shell.write("train.csv", csv(synthetic::synthetic_digits(600, 1), true));
  data::Dataset letters = synthetic::synthetic_negatives(300, 1),
                more = synthetic::synthetic_negatives(300, 2);
  letters.labels.assign(letters.size(), 3);
  more.labels.assign(more.size(), 4);
  shell.write("letters.csv", csv(letters, true));
  shell.write("more.csv", csv(more, true));
  const auto accepted = [&](const std::string& options) {
    shell.inkling_json("train train.csv --preset article --epochs 4 --model m.safetensors" + options);
    const json kinds =
        shell.inkling_json("evaluate m.safetensors train.csv --non-digits more.csv")["negatives"];
    CHECK(kinds[0]["kind"] == "more.csv");
    return kinds[0]["false_accept"].get<double>();
  };
  CHECK(accepted(" --non-digits letters.csv") < accepted("") / 2);
  const auto missing = shell.inkling("train train.csv --model m.safetensors --non-digits none.csv");
  CHECK(missing.exit_code == 74);
  CHECK(shell.inkling("train train.csv --model m.safetensors --collages 5").exit_code == 2);
}

TEST_CASE("label smoothing, weight decay, EMA and model selection can be set within their ranges") {
  const Shell shell;
  shell.write("train.csv", csv(synthetic::synthetic_digits(400, 1), true));
  const std::string train = "train train.csv --preset article --epochs 3 --model m.safetensors ";
  const json plain = shell.inkling_json(train);
  for (const char* option : {"--label-smoothing 0.2", "--weight-decay 0.5", "--average 0"}) {
    CAPTURE(option);
    CHECK(shell.inkling_json(train + option)["history"] != plain["history"]);
  }
  CHECK(shell.inkling_json(train + "--learning-rate 0.03 --keep last")["best_epoch"] == 3);
  for (const char* option : {"--label-smoothing 1", "--weight-decay -1", "--average 1", "--keep first"}) {
    CAPTURE(option);
    CHECK(shell.inkling(train + option).exit_code == 2);
  }
}

TEST_CASE("a half-precision model is calibrated with its rounded weights") {
  const Shell shell;
  shell.write("train.csv", csv(synthetic::synthetic_digits(600, 1), true));
  const std::string train = "train train.csv --preset article --epochs 2 ";
  const json half = shell.inkling_json(train + "--precision half --model h.safetensors")["calibration"];
  const json single = shell.inkling_json(train + "--model s.safetensors")["calibration"];
  CHECK(half["ece_before"] != single["ece_before"]);
  CHECK(shell.inkling_json("inspect h.safetensors")["calibration"]["least_energy"] == half["least_energy"]);
}

TEST_CASE("a model trained without held-out images is calibrated on other digits") {
  const Shell shell;
  shell.write("train.csv", csv(synthetic::synthetic_digits(400, 1), true));
  shell.write("other.csv", csv(synthetic::synthetic_digits(1000, 2), true));
  shell.write("unlabelled.csv", csv(synthetic::synthetic_digits(20, 1), false));
  const std::string train =
      "train train.csv --preset article --epochs 4 --validation 0 --model m.safetensors";
  CHECK_FALSE(shell.inkling_json(train).contains("calibration"));
  CHECK(shell.inkling_json("inspect m.safetensors")["calibration"].is_null());
  const json plain = shell.inkling_json("evaluate m.safetensors other.csv --one-look");
  CHECK(plain["calibration"]["ece"] == plain["calibration"]["ece_uncalibrated"]);
  CHECK(plain["calibration"]["accepted"] == 1);

  const json fit = shell.inkling_json("calibrate m.safetensors other.csv --accept 0.9 --out c.safetensors");
  CHECK(fit["images"] == 1000);
  const json calibrated = shell.inkling_json("evaluate c.safetensors other.csv --one-look");
  CHECK(calibrated["calibration"]["ece"] == fit["ece_after"]);
  CHECK(calibrated["calibration"]["ece_uncalibrated"] == fit["ece_before"]);
  CHECK(calibrated["calibration"]["accepted"] >= 0.9);
  CHECK(calibrated["calibration"]["accepted"] < 0.91);
  for (const char* field : {"accuracy", "loss", "confusion"}) CHECK(calibrated[field] == plain[field]);
  CHECK(shell.inkling_json("evaluate c.safetensors other.csv")["loss"] !=
        plain["loss"]);  // with test-time augmentation

  const std::string calibrate = "calibrate m.safetensors ";
  CHECK(shell.inkling(calibrate + "unlabelled.csv --out d.safetensors").exit_code == 65);
  CHECK(shell.inkling(calibrate + "other.csv --out none/d.safetensors").exit_code == 74);
  CHECK(shell.inkling(calibrate + "other.csv --out d.safetensors --accept 1.1").exit_code == 2);
  CHECK(shell.inkling(calibrate + "other.csv").exit_code == 2);
}
