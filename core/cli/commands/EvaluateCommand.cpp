#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "core/base/Text.h"
#include "core/cli/ExitCode.h"
#include "core/cli/NumberScores.h"
#include "core/cli/commands/Commands.h"
#include "core/cli/files/DataFile.h"
#include "core/cli/files/File.h"
#include "core/cli/output/Json.h"
#include "core/cli/output/Table.h"
#include "core/eval/Calibrate.h"
#include "core/eval/OodMetrics.h"
#include "core/eval/Predictions.h"
#include "core/ink/Ink.h"
#include "core/io/Writers.h"
#include "core/synthetic/Negatives.h"

namespace inkling::cli {

namespace {

struct EvaluateArguments {
  std::filesystem::path model, data;
  std::size_t negatives = 0, numbers = 0;
  std::vector<std::string> writers;
  int threads = all_cores();
  bool json = false;
  bool answers = false;
  bool one_look = false;
};

/// Of the drawings that a model is measured on: not one that a training is likely to have.
constexpr std::uint64_t negatives_seed = 0x6e6f'6469'6769'7473;

/// How far to trust what the model says of how sure it is, and the share of the digits that it takes for
/// such.
Json certainty_json(const model::Model& model, const data::Dataset& dataset,
                    const eval::Predictions& answers) {
  const auto [temperature, energy_threshold] = model.calibration.value_or(model::Calibration());
  return {{"ece", eval::expected_calibration_error(answers.logits, dataset.labels, temperature)},
          {"ece_uncalibrated", eval::expected_calibration_error(answers.logits, dataset.labels, 1)},
          {"accepted", eval::accepted_share(eval::energies(answers.logits), energy_threshold)}};
}

/// How well the model tells digits from `count` drawings that show none.
Json negatives_json(const model::Model& model, const eval::Predictions& digits, std::size_t count,
                    ThreadPool& pool) {
  const eval::Predictions answers =
      eval::answer(model, synthetic::synthetic_negatives(count, negatives_seed), pool);
  std::vector<eval::KindLogits> kinds;
  for (const synthetic::NegativeKind kind : synthetic::negative_kinds)
    kinds.push_back({synthetic::name_of(kind), {}});
  for (std::size_t image = 0; image < count; ++image) {
    const float* logits = answers.logits.data() + image * class_count;
    std::vector<float>& of_kind = kinds[static_cast<std::size_t>(synthetic::negative_kind(image))].logits;
    of_kind.insert(of_kind.end(), logits, logits + class_count);
  }
  const float energy_threshold = model.calibration.value_or(model::Calibration()).energy_threshold;
  Json list = Json::array();
  for (const eval::OodScore& separation : eval::ood_scores(digits.logits, kinds, energy_threshold))
    list.push_back(to_json(separation));
  return list;
}

void print_negatives(const Json& negatives) {
  std::printf("\nno digit     AUROC   taken for a digit\n");
  for (const Json& kind : negatives) {
    std::printf("%-12s %.4f  %6.2f %%\n", kind["kind"].get<std::string>().c_str(),
                kind["auroc"].get<double>(), 100 * kind["false_accept"].get<double>());
  }
}

void print_certainty(const Json& calibration) {
  std::printf("\ncalibration error %.2f %% (uncalibrated: %.2f %%), %.2f %% taken for digits\n",
              100 * calibration["ece"].get<double>(), 100 * calibration["ece_uncalibrated"].get<double>(),
              100 * calibration["accepted"].get<double>());
}

void print_metrics(const eval::Metrics& metrics) {
  std::printf("%s images, accuracy %.2f %%, loss %.4f\n\nlabel  precision  recall     F1   answered 0 to 9\n",
              group_thousands(metrics.images()).c_str(), 100 * metrics.accuracy(), metrics.loss());
  for (int label = 0; label < class_count; ++label) {
    const eval::Metrics::ClassScore score = metrics.score(label);
    std::printf("%5d    %5.1f %%  %5.1f %%  %5.1f %%", label, 100 * score.precision, 100 * score.recall,
                100 * score.f1);
    for (const std::uint32_t count : metrics.confusion()[static_cast<std::size_t>(label)]) {
      std::printf(" %5u", count);
    }
    std::printf("\n");
  }
}

/// What is measured, of those writers alone that were asked for.
Result<io::Import> load_labelled(const EvaluateArguments& arguments) {
  auto data = load_data(arguments.data);
  if (!data) return data;
  if (!data.value().dataset.labelled()) {
    return Error{arguments.data.string() + ": has no labels to compare with; `inkling predict` reads it."};
  }
  tell_damage(arguments.data, data.value().summary);
  if (!arguments.writers.empty()) {
    data = io::only_writers(std::move(data).value(), arguments.writers);
    if (!data) return Error{arguments.data.string() + ": " + data.error().message};
  }
  const auto written = [](const ink::Ink& ink) { return ink::bounds_of(ink).longest_side() > 0; };
  if (arguments.numbers > 0 && std::ranges::none_of(data.value().dataset.inks, written)) {
    return Error{arguments.data.string() + ": has no strokes to put numbers together from; give a .jsonl."};
  }
  return data;
}

Status evaluate(const EvaluateArguments& arguments) {
  const auto model = load_model(arguments.model);
  if (!model) return model.error();
  const auto data = load_labelled(arguments);
  if (!data) return data.error();
  const data::Dataset& dataset = data.value().dataset;
  ThreadPool pool(arguments.threads);
  const eval::Looks looks = arguments.one_look ? eval::Looks::one : eval::Looks::as_needed;
  const eval::Predictions answers = eval::answer(model.value(), dataset, pool, looks);
  const eval::Metrics metrics = eval::measure(answers, dataset);
  const Json calibration = certainty_json(model.value(), dataset, answers);
  Json negatives;
  if (arguments.negatives > 0) negatives = negatives_json(model.value(), answers, arguments.negatives, pool);
  Json numbers;
  if (arguments.numbers > 0) numbers = number_scores(model.value(), data.value(), arguments.numbers, pool);
  if (!arguments.json) {
    print_metrics(metrics);
    print_certainty(calibration);
    if (!negatives.is_null()) print_negatives(negatives);
    if (!numbers.is_null()) print_number_scores(numbers);
    return success();
  }
  Json json = to_json(metrics);
  json["calibration"] = calibration;
  if (!negatives.is_null()) json["negatives"] = negatives;
  if (!numbers.is_null()) json["numbers"] = numbers;
  if (arguments.answers) json["answers"] = answers.digits;
  std::printf("%s\n", json.dump().c_str());
  return success();
}

}  // namespace

void add_evaluate_command(CLI::App& app, int& exit_code) {
  const auto arguments = std::make_shared<EvaluateArguments>();
  CLI::App* command = app.add_subcommand("evaluate", "Measure how well a model reads labelled digits");
  command->add_option("model", arguments->model, "A model file (.safetensors)")->required();
  command->add_option("data", arguments->data, "CSV, CSV.gz, an IDX images file, or strokes .jsonl")
      ->required();
  command
      ->add_option("--negatives", arguments->negatives,
                   "How well it tells digits from so many drawings that show none, of six kinds")
      ->check(CLI::Range(synthetic::negative_kinds.size(), io::maximum_images));
  command
      ->add_option("--numbers", arguments->numbers,
                   "How many of so many numbers of 2 to 6 digits, put together from strokes, it reads")
      ->check(CLI::Range(std::size_t{1}, io::maximum_images));
  command->add_option("--writers", arguments->writers, "Only what these wrote, as tra6,tra8 [all]")
      ->delimiter(',');
  command->add_option("--threads", arguments->threads, "[all cores]")->check(CLI::Range(1, most_threads));
  command->add_flag("--one-look", arguments->one_look,
                    "As other programs read it: nothing is looked at again that is not read surely");
  command->add_flag("--json", arguments->json, "One JSON object on stdout");
  command->add_flag("--answers", arguments->answers, "Add the answer to each image to the JSON");
  command->callback([arguments, &exit_code] { exit_code = exit_code_of(evaluate(*arguments)); });
}

}  // namespace inkling::cli
