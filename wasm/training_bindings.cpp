// SPDX-License-Identifier: MIT
#include <emscripten/bind.h>

#include "core/model/Model.h"
#include "core/train/Hyperparameters.h"
#include "wasm/Export.h"
#include "wasm/PatchSession.h"
#include "wasm/Predictor.h"
#include "wasm/Training.h"

// The API of the training engine: data, training, prediction and export. Bindings only rename and copy; they
// decide nothing. No call throws: one that can fail returns what error_json() makes of the error, or "" on
// success.

namespace inkling::wasm {

namespace {

using emscripten::val;

EMSCRIPTEN_DECLARE_VAL_TYPE(PresetList)
EMSCRIPTEN_DECLARE_VAL_TYPE(LayerList)
EMSCRIPTEN_DECLARE_VAL_TYPE(AugmentRangeList)

struct PresetSummary {
  std::string name, title, description, architecture;
  train::TrainingSettings settings;
};

PresetSummary summarise(const model::Preset& preset) {
  return {std::string(preset.name), std::string(preset.title), std::string(preset.description),
          std::string(preset.architecture), train::default_settings(preset)};
}

PresetList list_presets() {
  std::vector<PresetSummary> presets;
  for (const model::Preset& preset : model::presets()) presets.push_back(summarise(preset));
  return to_list<PresetList>(presets);
}

struct CheckedNetwork {
  LayerList layers{val::undefined()};
  std::string problem;
  std::size_t fault = 0;
};

CheckedNetwork checked_network(const std::string& architecture, std::size_t classes) {
  const model::NetworkCheck check = model::check_network(architecture, classes);
  return {to_list<LayerList>(check.layers), check.problem ? error_json(*check.problem) : "", check.fault};
}

AugmentRangeList list_augmentation_ranges() {
  return to_list<AugmentRangeList>(augment::augmentation_ranges());
}

Data synthetic_data(std::size_t images, double seed) {
  constexpr std::size_t max_images = 100'000;
  return Data(synthetic::synthetic_digits(std::min(images, max_images), to_seed(seed)),
              {{io::FormatFact::generated}});
}

std::string settings_error(const train::TrainingSettings& settings) {
  return error_json(train::check_settings(settings));
}

/// See error_codes, separated by "|".
std::string error_code_names() {
  std::string names;
  for (const std::string_view name : error_codes) names += (names.empty() ? "" : "|") + std::string(name);
  return names;
}

/// The names of io::format_facts, separated by "|".
std::string format_fact_names() {
  std::string names;
  for (const io::FormatFactName& entry : io::format_facts)
    names += (names.empty() ? "" : "|") + std::string(entry.name);
  return names;
}

/// The number of threads that training uses. Exported functions and options share the module object, so it
/// can't be called `threads`.
int thread_count() {
  return engine_threads().threads();
}

std::string state_name(const train::Progress& progress) {
  switch (progress.state) {
    case train::Progress::State::training:
      return "training";
    case train::Progress::State::validating:
      return "validating";
    case train::Progress::State::finished:
      return "finished";
    case train::Progress::State::failed:
      return "failed";
  }
  return "";
}

double images_seen(const train::Progress& progress) {
  return static_cast<double>(progress.images_seen);
}

/// Embind requires a setter for every field. Progress that is passed in doesn't need these two.
template <class Value>
void ignore(train::Progress&, Value) {}

}  // namespace

EMSCRIPTEN_BINDINGS(training) {
  using namespace emscripten;

  register_arrays();
  register_model_summary();
  register_type<PresetList>("Preset[]");
  register_type<LayerList>("LayerSummary[]");
  register_type<CellFixList>("CellFix[]");
  register_type<RejectedRowList>("RejectedRow[]");
  register_type<AugmentRangeList>("AugmentRange[]");
  register_type<SkippedFileList>("SkippedFile[]");
  register_type<FormatFactList>("FormatFact[]");

  value_object<SkippedFileEntry>("SkippedFile")
      .field("name", &SkippedFileEntry::name)
      .field("reason", &SkippedFileEntry::reason);
  value_object<FormatFactEntry>("FormatFact")
      .field("fact", &FormatFactEntry::fact)
      .field("number", &FormatFactEntry::number)
      .field("text", &FormatFactEntry::text);
  value_object<DataSummary>("DataSummary")
      .field("files", &DataSummary::files)
      .field("images", &DataSummary::images)
      .field("columns", &DataSummary::columns)
      .field("labelled", &DataSummary::labelled)
      .field("inverted", &DataSummary::inverted)
      .field("format", &DataSummary::format)
      .field("details", &DataSummary::details)
      .field("facts", &DataSummary::facts)
      .field("orientation", &DataSummary::orientation)
      .field("histogram", &DataSummary::histogram)
      .field("classes", &DataSummary::classes)
      .field("cells_fixed", &DataSummary::cells_fixed)
      .field("rows_rejected", &DataSummary::rows_rejected);
  value_object<io::CellFix>("CellFix")
      .field("row", &io::CellFix::row)
      .field("column", &io::CellFix::column)
      .field("name", &io::CellFix::name)
      .field("found", &io::CellFix::found)
      .field("file", &io::CellFix::file);
  value_object<io::RejectedRow>("RejectedRow")
      .field("row", &io::RejectedRow::row)
      .field("column", &io::RejectedRow::column)
      .field("name", &io::RejectedRow::name)
      .field("fault", &io::RejectedRow::fault)
      .field("found", &io::RejectedRow::found)
      .field("bound", &io::RejectedRow::bound)
      .field("file", &io::RejectedRow::file);
  value_object<DuplicateRows>("DuplicateRows")
      .field("rows", &DuplicateRows::rows)
      .field("sizes", &DuplicateRows::sizes)
      .field("identical", &DuplicateRows::identical);
  class_<Data>("Data")
      .constructor<>()
      .function("require_all_rows", &Data::require_all_rows)
      .function("open", &Data::open)
      .function("push", &Data::push)
      .function("close", &Data::close)
      .function("add_picture_at", &Data::add_picture_at)
      .function("finish", &Data::finish)
      .function("skipped_files", &Data::skipped_files)
      .function("append", &Data::append)
      .function("summary", &Data::summary)
      .function("images", &Data::images)
      .function("labels", &Data::labels)
      .function("cell_fixes", &Data::cell_fixes)
      .function("rejected_rows", &Data::rejected_rows)
      .function("means", &Data::means)
      .function("invert", &Data::invert)
      .function("transpose", &Data::transpose)
      .function("submission", &Data::submission)
      .function("choose_classes", &Data::choose_classes)
      .function("match_classes", &Data::match_classes)
      .function("duplicates", &Data::duplicates)
      .function("override_labels", &Data::override_labels)
      .function("csv", &Data::csv)
      .function("first", &Data::first)
      .function("augmented", &Data::augmented)
      .function("restore", &Data::restore);

  value_object<Scores>("Scores")
      .field("digits", &Scores::digits)
      .field("probabilities", &Scores::probabilities);
  value_object<PredictedDigits>("PredictedDigits")
      .field("digits", &PredictedDigits::digits)
      .field("confidence", &PredictedDigits::confidence);
  value_object<ScoreArrays>("SampleScores")
      .field("rows", &ScoreArrays::rows)
      .field("labels", &ScoreArrays::labels)
      .field("predicted", &ScoreArrays::predicted)
      .field("confidence", &ScoreArrays::confidence)
      .field("uncalibrated", &ScoreArrays::uncalibrated)
      .field("label_probability", &ScoreArrays::label_probability)
      .field("losses", &ScoreArrays::losses);
  class_<Predictor>("Predictor")
      .constructor<>()
      .function("load", &Predictor::load)
      .function("predict", &Predictor::predict)
      .function("score", &Predictor::score)
      .function("score_validation", &Predictor::score_validation);

  {
    value_object<train::TrainingSettings> settings("TrainingSettings");
    settings.field("preset", &train::TrainingSettings::preset)
        .field("architecture", &train::TrainingSettings::architecture);
    train::for_each_hyperparameter(
        [&](const auto& parameter) { settings.field(parameter.name, parameter.setting); });
  }
  function("check_settings", &settings_error);
  function("schedule_rates", &schedule_rates);
  value_object<augment::AugmentRange>("AugmentRange")
      .field("name", &augment::AugmentRange::name)
      .field("min", &augment::AugmentRange::min)
      .field("max", &augment::AugmentRange::max);
  function("augmentation_ranges", &list_augmentation_ranges);
  value_object<train::Progress>("Progress")
      .field("state", &state_name, &ignore<std::string>)
      .field("epoch", &train::Progress::epoch)
      .field("epochs", &train::Progress::epochs)
      .field("step", &train::Progress::step)
      .field("steps", &train::Progress::steps)
      .field("images_seen", &images_seen, &ignore<double>)
      .field("learning_rate", &train::Progress::learning_rate)
      .field("rate_scale", &train::Progress::rate_scale)
      .field("batch_loss", &train::Progress::batch_loss)
      .field("batch_accuracy", &train::Progress::batch_accuracy)
      .field("training_loss", &train::Progress::training_loss)
      .field("training_accuracy", &train::Progress::training_accuracy)
      .field("validation_loss", &train::Progress::validation_loss)
      .field("validation_accuracy", &train::Progress::validation_accuracy)
      .field("best_epoch", &train::Progress::best_epoch);
  value_object<EpochSnapshot>("EpochSnapshot")
      .field("confusion", &EpochSnapshot::confusion)
      .field("mistakes", &EpochSnapshot::mistakes)
      .field("images", &EpochSnapshot::images);
  class_<Training>("Training")
      .constructor<>()
      .function("start", &Training::start)
      .function("resume", &Training::resume)
      .function("advance", &Training::advance)
      .function("scale_rate", &Training::scale_rate)
      .function("checkpoint", &Training::checkpoint)
      .function("data", &Training::data)
      .function("model", &Training::model)
      .function("confusion", &Training::confusion)
      .function("validation_scores", &Training::validation_scores)
      .function("epoch_snapshot", &Training::epoch_snapshot)
      .function("images", &Training::images)
      .function("validation_size", &Training::validation_size);

  value_object<DrawingArrays>("Drawings")
      .field("images", &DrawingArrays::images)
      .field("labels", &DrawingArrays::labels)
      .field("points", &DrawingArrays::points)
      .field("stroke_lengths", &DrawingArrays::stroke_lengths)
      .field("stroke_counts", &DrawingArrays::stroke_counts);
  function("drawings_of", &drawings_of);
  function("add_drawings", &add_drawings);
  value_object<PatchProgress>("PatchProgress")
      .field("state", &PatchProgress::state)
      .field("done", &PatchProgress::done)
      .field("corrections", &PatchProgress::corrections)
      .field("corrections_before", &PatchProgress::corrections_before)
      .field("corrections_after", &PatchProgress::corrections_after)
      .field("replay", &PatchProgress::replay)
      .field("replay_before", &PatchProgress::replay_before)
      .field("replay_after", &PatchProgress::replay_after);
  class_<PatchSession>("PatchSession")
      .constructor<>()
      .function("start", &PatchSession::start)
      .function("start_on", &PatchSession::start_on)
      .function("advance", &PatchSession::advance)
      .function("model", &PatchSession::model);

  value_object<ExportedModel>("ExportedModel")
      .field("error", &ExportedModel::error)
      .field("card", &ExportedModel::card)
      .field("summary", &ExportedModel::summary)
      .field("onnx", &ExportedModel::onnx);
  function("export_model", &export_model);
  function("export_trained", &export_trained);

  value_object<PresetSummary>("Preset")
      .field("name", &PresetSummary::name)
      .field("title", &PresetSummary::title)
      .field("description", &PresetSummary::description)
      .field("architecture", &PresetSummary::architecture)
      .field("settings", &PresetSummary::settings);
  value_object<nn::LayerSummary>("LayerSummary")
      .field("name", &nn::LayerSummary::name)
      .field("output", &nn::LayerSummary::output)
      .field("weights", &nn::LayerSummary::weights)
      .field("forward_flops", &nn::LayerSummary::forward_flops);
  value_object<CheckedNetwork>("CheckedNetwork")
      .field("layers", &CheckedNetwork::layers)
      .field("problem", &CheckedNetwork::problem)
      .field("fault", &CheckedNetwork::fault);
  function("presets", &list_presets);
  function("check_network", &checked_network);
  function("synthetic_data", &synthetic_data);
  function("error_codes", &error_code_names);
  function("format_facts", &format_fact_names);
  function("thread_count", &thread_count);
  function("memory_in_use", &memory_in_use);
}

}  // namespace inkling::wasm
