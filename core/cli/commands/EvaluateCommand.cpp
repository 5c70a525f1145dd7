// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iterator>
#include <memory>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "core/base/Text.h"
#include "core/cli/ExitCode.h"
#include "core/cli/commands/Commands.h"
#include "core/cli/commands/NumberAccuracy.h"
#include "core/cli/commands/Options.h"
#include "core/cli/files/DataFile.h"
#include "core/cli/files/File.h"
#include "core/cli/output/MetricsJson.h"
#include "core/cli/output/Print.h"
#include "core/eval/FitCalibration.h"
#include "core/eval/OodMetrics.h"
#include "core/eval/Predictions.h"
#include "core/ink/Ink.h"
#include "core/io/Import.h"
#include "core/synthetic/ClassNegatives.h"

namespace inkling::cli {

namespace {

struct EvaluateArguments {
  std::filesystem::path model, data;
  std::vector<std::filesystem::path> non_digits;
  ImageChanges image_changes;
  std::size_t negatives = 0, numbers = 0;
  std::vector<std::string> writers;
  int threads = default_threads();
  bool json = false;
  bool answers = false;
  bool one_look = false;
};

/// Unlikely to be the seed that a model was trained with.
constexpr std::uint64_t negatives_seed = 0x6e6f'6469'6769'7473;

/// How well the confidences fit, and the share of the digits that are accepted as digits.
Json calibration_json(const model::Model& model, const data::Dataset& dataset,
                      const eval::Predictions& predictions) {
  const auto [temperature, energy_threshold] = model.calibration.value_or(model::Calibration());
  return {{"ece", eval::expected_calibration_error(predictions.logits, dataset.labels, temperature)},
          {"ece_uncalibrated", eval::expected_calibration_error(predictions.logits, dataset.labels, 1)},
          {"accepted",
           eval::acceptance_rate(eval::energies(predictions.logits, predictions.classes), energy_threshold)}};
}

/// The logits of `count` synthetic negatives of the model's classes, sorted by kind.
std::vector<eval::OodLogits> negative_logits(const model::Model& model, const data::Dataset& dataset,
                                             std::size_t count, ThreadPool& pool) {
  const bool digits = are_digits(model.classes);
  const eval::Predictions predictions =
      eval::predict(model,
                    digits ? synthetic::synthetic_negatives(count, negatives_seed)
                           : synthetic::class_negatives(dataset, count, negatives_seed),
                    pool);
  std::vector<eval::OodLogits> kinds;
  for (std::size_t image = 0; image < count; ++image) {
    const std::string kind(digits ? name_of(synthetic::negative_kind(image))
                                  : name_of(synthetic::class_negative_kind(image)));
    auto place = std::ranges::find(kinds, kind, &eval::OodLogits::kind);
    if (place == kinds.end()) place = kinds.insert(place, {kind, {}});
    const auto logits = predictions.logits_of(image);
    place->logits.insert(place->logits.end(), logits.begin(), logits.end());
  }
  return kinds;
}

/// The logits of each file's drawings, under the file's name.
Result<std::vector<eval::OodLogits>> non_digit_logits(const model::Model& model,
                                                      const std::vector<std::filesystem::path>& files,
                                                      ThreadPool& pool) {
  std::vector<eval::OodLogits> kinds;
  for (const auto& path : files) {
    const auto data = load_data(path, io::BadRows::skip, io::LabelRule::ignore);
    if (!data) return data.error();
    const auto logits = eval::predict(model, data.value().dataset, pool).logits;
    kinds.push_back({path.filename().string(), {logits.begin(), logits.end()}});
  }
  return kinds;
}

/// How well the model tells images of its classes from these kinds of others.
Json negatives_json(const model::Model& model, const eval::Predictions& images,
                    const std::vector<eval::OodLogits>& kinds) {
  const float energy_threshold = model.calibration.value_or(model::Calibration()).energy_threshold;
  Json list = Json::array();
  for (const eval::OodScore& score : eval::ood_scores(images.logits, images.classes, kinds, energy_threshold))
    list.push_back(to_json(score));
  return list;
}

void print_negatives(const Json& negatives, bool digits) {
  std::printf(digits ? "\nnon-digit          AUROC   accepted as digit\n"
                     : "\nother image        AUROC   accepted\n");
  for (const Json& kind : negatives) {
    std::printf("%-18s %.4f  %6.2f%%\n", kind["kind"].get<std::string>().c_str(), kind["auroc"].get<double>(),
                100 * kind["false_accept"].get<double>());
  }
}

void print_calibration_error(const Json& calibration, bool digits) {
  std::printf("\ncalibration error %.2f%% (uncalibrated: %.2f%%), %.2f%% accepted%s\n",
              100 * calibration["ece"].get<double>(), 100 * calibration["ece_uncalibrated"].get<double>(),
              100 * calibration["accepted"].get<double>(), digits ? " as digits" : "");
}

void print_score(const eval::Metrics& metrics, std::size_t label) {
  const eval::Metrics::ClassScore score = metrics.score(label);
  std::printf("     %5.1f%%  %5.1f%%  %5.1f%%", 100 * score.precision, 100 * score.recall, 100 * score.f1);
}

/// A row for each digit, with its row of the confusion matrix.
void print_digits(const eval::Metrics& metrics) {
  std::printf("label  precision  recall     F1   predicted as 0 to 9\n");
  for (std::size_t label = 0; label < metrics.classes(); ++label) {
    std::printf("%5zu", label);
    print_score(metrics, label);
    for (const std::uint32_t count : metrics.confusion()[label]) std::printf(" %5u", count);
    std::printf("\n");
  }
}

/// "H 3, R 2": what images of a class are most often mistaken for.
std::string mistakes_of(const std::vector<std::uint32_t>& row, std::size_t label, const ClassNames& classes) {
  constexpr std::size_t max_listed = 5;
  std::vector<std::size_t> others;
  for (std::size_t other = 0; other < row.size(); ++other)
    if (other != label && row[other] > 0) others.push_back(other);
  std::ranges::stable_sort(others, std::ranges::greater(), [&](std::size_t other) { return row[other]; });
  others.resize(std::min(others.size(), max_listed));
  std::string text;
  for (const std::size_t other : others)
    text += (text.empty() ? "" : ", ") + escape_control_characters(classes[other]) + " " +
            std::to_string(row[other]);
  return text;
}

/// A row for each class, with its most common mistakes: the whole matrix would be too wide.
void print_classes(const eval::Metrics& metrics, const ClassNames& classes) {
  std::printf("images  precision  recall     F1   class, and what it was most often mistaken for\n");
  for (std::size_t label = 0; label < classes.size(); ++label) {
    const std::vector<std::uint32_t>& row = metrics.confusion()[label];
    std::printf("%6u", std::accumulate(row.begin(), row.end(), 0u));
    print_score(metrics, label);
    const std::string mistakes = mistakes_of(row, label, classes);
    std::printf("   %s%s%s\n", escape_control_characters(classes[label]).c_str(),
                mistakes.empty() ? "" : ": ", mistakes.c_str());
  }
}

void print_metrics(const eval::Metrics& metrics, const ClassNames& classes) {
  std::printf("%s, accuracy %.2f%%, loss %.4f\n\n", pluralize(metrics.images(), "image").c_str(),
              100 * metrics.accuracy(), metrics.loss());
  are_digits(classes) ? print_digits(metrics) : print_classes(metrics, classes);
}

/// The predicted digits, or the names of the predicted classes.
Json answers_json(const eval::Predictions& predictions, const ClassNames& classes) {
  if (are_digits(classes)) return predictions.predicted;
  Json names = Json::array();
  for (const std::uint8_t label : predictions.predicted) names.push_back(classes[label]);
  return names;
}

bool has_strokes(const data::Dataset& dataset) {
  return std::ranges::any_of(dataset.inks,
                             [](const ink::Ink& ink) { return ink::bounds_of(ink).longest_side() > 0; });
}

Result<io::Import> load_labelled(const EvaluateArguments& arguments, const ClassNames& classes) {
  auto data = load_images(arguments.data, arguments.image_changes);
  if (!data) return data;
  if (!data.value().dataset.labelled())
    return Error{arguments.data.string() + ": no labels to compare with. Use `inkling predict`."};
  if (const Status matched = data::match_classes(data.value().dataset, classes); !matched)
    return Error{arguments.data.string() + ": " + matched.error().message};
  print_import_report(arguments.data, data.value().summary);
  print_appearance(arguments.data, data.value().dataset);
  if (!arguments.writers.empty()) {
    data = io::keep_writers(std::move(data).value(), arguments.writers);
    if (!data) return Error{arguments.data.string() + ": " + data.error().message};
  }
  if (arguments.numbers > 0 && !has_strokes(data.value().dataset))
    return Error{arguments.data.string() + ": no strokes. --numbers needs a strokes file (.jsonl)."};
  return data;
}

Status evaluate(const EvaluateArguments& arguments) {
  const auto model = load_model(arguments.model);
  if (!model) return model.error();
  const ClassNames& classes = model.value().classes;
  const bool digits = are_digits(classes);
  if (arguments.numbers > 0 && !digits)
    return Error{"--numbers needs a model that reads the digits 0 to 9.", Error::Kind::usage};
  const auto data = load_labelled(arguments, classes);
  if (!data) return data.error();
  const data::Dataset& dataset = data.value().dataset;
  ThreadPool pool(arguments.threads);
  const eval::Tta tta = arguments.one_look ? eval::Tta::off : eval::Tta::when_unsure;
  const eval::Predictions predictions = eval::predict(model.value(), dataset, pool, tta);
  const eval::Metrics metrics = eval::evaluate(predictions, dataset);
  Json json = to_json(metrics, classes);
  json["calibration"] = calibration_json(model.value(), dataset, predictions);
  auto kinds = non_digit_logits(model.value(), arguments.non_digits, pool);
  if (!kinds) return kinds.error();
  if (arguments.negatives > 0)
    std::ranges::move(negative_logits(model.value(), dataset, arguments.negatives, pool),
                      std::back_inserter(kinds.value()));
  if (!kinds.value().empty()) json["negatives"] = negatives_json(model.value(), predictions, kinds.value());
  if (arguments.numbers > 0)
    json["numbers"] = number_accuracy(model.value(), data.value(), arguments.numbers, pool);
  if (arguments.answers) json["answers"] = answers_json(predictions, classes);
  if (arguments.json) {
    print_json(json);
    return success();
  }
  print_metrics(metrics, classes);
  print_calibration_error(json["calibration"], digits);
  if (json.contains("negatives")) print_negatives(json["negatives"], digits);
  if (json.contains("numbers")) print_number_accuracy(json["numbers"]);
  return success();
}

}  // namespace

void add_evaluate_command(CLI::App& app, int& exit_code) {
  const auto arguments = std::make_shared<EvaluateArguments>();
  CLI::App* command = app.add_subcommand("evaluate", "Measure a model's accuracy on labelled images");
  add_model_argument(*command, arguments->model);
  command->add_option("data", arguments->data, "Labelled images: " + data_formats)->required();
  command
      ->add_option("--negatives", arguments->negatives,
                   "Also test this many synthetic images of no class, such as scribbles")
      ->check(CLI::Range(synthetic::negative_kinds.size(), io::maximum_images));
  command->add_option("--non-digits", arguments->non_digits,
                      "Also test drawings that aren't digits: " + data_formats + ". Labels are ignored");
  command
      ->add_option(
          "--numbers", arguments->numbers,
          "Also read this many synthetic numbers of each length from 2 to 6 digits, made from the strokes")
      ->check(CLI::Range(std::size_t{1}, io::maximum_images));
  command
      ->add_option("--writers", arguments->writers,
                   "Use only the strokes of these writers, such as tra6,tra8 (default: all)")
      ->delimiter(',');
  add_image_options(*command, arguments->image_changes);
  add_threads_option(*command, arguments->threads);
  command->add_flag("--one-look", arguments->one_look,
                    "No test-time augmentation: run the network once per image, as other programs do");
  add_json_option(*command, arguments->json);
  command->add_flag("--answers", arguments->answers, "Add each image's predicted class to the JSON");
  command->callback([arguments, &exit_code] { exit_code = report_status(evaluate(*arguments)); });
}

}  // namespace inkling::cli
