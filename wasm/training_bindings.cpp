#include <emscripten/bind.h>

#include "core/io/Submission.h"
#include "core/model/NetworkCheck.h"
#include "wasm/Export.h"
#include "wasm/Memory.h"
#include "wasm/PatchSession.h"
#include "wasm/Predictor.h"
#include "wasm/Training.h"

// What the page can call of the engine that learns, under the names it calls it by: data, training and all
// that comes of it. Nothing is decided here: values are renamed and copied. No call throws; a returned
// sentence says what was wrong, and "" that nothing was.

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
          std::string(preset.architecture), train::settings_of(preset)};
}

PresetList list_presets() {
  val list = val::array();
  for (const model::Preset& preset : model::presets()) list.call<void>("push", summarise(preset));
  return PresetList(list);
}

struct CheckedNetwork {
  LayerList layers{val::undefined()};
  std::string problem;
  std::size_t fault = 0;
};

CheckedNetwork checked_network(const std::string& architecture) {
  const model::NetworkCheck check = model::check_network(architecture);
  val list = val::array();
  for (const nn::LayerSummary& line : check.layers) list.call<void>("push", line);
  return {LayerList(list), check.problem, check.fault};
}

AugmentRangeList list_augmentation_ranges() {
  val list = val::array();
  for (const augment::AugmentRange& range : augment::augmentation_ranges()) list.call<void>("push", range);
  return AugmentRangeList(list);
}

Data synthetic_data(std::size_t images, double seed) {
  return Data(
      synthetic::synthetic_digits(std::min(images, std::size_t{100'000}), static_cast<std::uint64_t>(seed)),
      "drawn by Inkling itself");
}

std::string submission(const Uint8Array& labels) {
  std::vector<std::uint8_t> copied;
  copy_from(labels, copied);
  return io::submission_csv(copied);
}

std::string settings_refusal(const train::TrainingSettings& settings) {
  return sentence(train::check_settings(settings));
}

/// How many threads training runs in. A name of its own: bindings and options share one object.
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

/// Embind asks for a setter of every field; progress only ever goes out.
template <class Value>
void never_set(train::Progress&, Value) {}

}  // namespace

EMSCRIPTEN_BINDINGS(training) {
  using namespace emscripten;

  register_arrays();
  register_model_summary();
  register_type<PresetList>("Preset[]");
  register_type<LayerList>("LayerSummary[]");
  register_type<CellFixList>("Repair[]");
  register_type<RejectedRowList>("RefusedRow[]");
  register_type<AugmentRangeList>("AugmentRange[]");
  register_type<SkippedFileList>("LeftOut[]");

  value_object<io::SkippedFile>("LeftOut")
      .field("name", &io::SkippedFile::name)
      .field("reason", &io::SkippedFile::reason);
  value_object<DataSummary>("DataSummary")
      .field("files", &DataSummary::files)
      .field("images", &DataSummary::images)
      .field("columns", &DataSummary::columns)
      .field("labelled", &DataSummary::labelled)
      .field("format", &DataSummary::format)
      .field("details", &DataSummary::details)
      .field("histogram", &DataSummary::histogram)
      .field("cells_repaired", &DataSummary::cells_repaired)
      .field("rows_refused", &DataSummary::rows_refused);
  value_object<io::CellFix>("Repair")
      .field("row", &io::CellFix::row)
      .field("column", &io::CellFix::column)
      .field("name", &io::CellFix::name)
      .field("found", &io::CellFix::found)
      .field("file", &io::CellFix::file);
  value_object<io::RejectedRow>("RefusedRow")
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
      .field("same", &DuplicateRows::same);
  class_<Data>("Data")
      .constructor<>()
      .function("need_every_row", &Data::need_every_row)
      .function("open", &Data::open)
      .function("push", &Data::push)
      .function("close", &Data::close)
      .function("add_picture", &Data::add_picture)
      .function("finish", &Data::finish)
      .function("left_out", &Data::left_out)
      .function("append", &Data::append)
      .function("summary", &Data::summary)
      .function("images", &Data::images)
      .function("labels", &Data::labels)
      .function("repairs", &Data::repairs)
      .function("refused", &Data::refused)
      .function("means", &Data::means)
      .function("duplicates", &Data::duplicates)
      .function("change", &Data::change)
      .function("csv", &Data::csv)
      .function("first", &Data::first)
      .function("augmented", &Data::augmented)
      .function("restore", &Data::restore);

  value_object<Scores>("Scores")
      .field("digits", &Scores::digits)
      .field("probabilities", &Scores::probabilities);
  value_object<ScoreArrays>("RowScores")
      .field("rows", &ScoreArrays::rows)
      .field("labels", &ScoreArrays::labels)
      .field("predicted", &ScoreArrays::predicted)
      .field("sure", &ScoreArrays::sure)
      .field("uncalibrated", &ScoreArrays::uncalibrated)
      .field("label_probability", &ScoreArrays::label_probability)
      .field("losses", &ScoreArrays::losses);
  class_<Predictor>("Predictor")
      .constructor<>()
      .function("load", &Predictor::load)
      .function("predict", &Predictor::predict)
      .function("score", &Predictor::score)
      .function("score_validation", &Predictor::score_validation);

  value_object<train::TrainingSettings>("TrainingSettings")
      .field("preset", &train::TrainingSettings::preset)
      .field("architecture", &train::TrainingSettings::architecture)
      .field("epochs", &train::TrainingSettings::epochs)
      .field("batch", &train::TrainingSettings::batch)
      .field("optimiser", &train::TrainingSettings::optimiser)
      .field("schedule", &train::TrainingSettings::schedule)
      .field("learning_rate", &train::TrainingSettings::learning_rate)
      .field("weight_decay", &train::TrainingSettings::weight_decay)
      .field("label_smoothing", &train::TrainingSettings::label_smoothing)
      .field("average", &train::TrainingSettings::average)
      .field("augment", &train::TrainingSettings::augment)
      .field("augmentation", &train::TrainingSettings::augmentation)
      .field("validation", &train::TrainingSettings::validation)
      .field("keep", &train::TrainingSettings::keep)
      .field("patience", &train::TrainingSettings::patience)
      .field("seed", &train::TrainingSettings::seed);
  function("check_settings", &settings_refusal);
  function("schedule_rates", &schedule_rates);
  value_object<augment::AugmentRange>("AugmentRange")
      .field("name", &augment::AugmentRange::name)
      .field("least", &augment::AugmentRange::least)
      .field("most", &augment::AugmentRange::most);
  function("augmentation_ranges", &list_augmentation_ranges);
  value_object<train::Progress>("Progress")
      .field("state", &state_name, &never_set<std::string>)
      .field("message", &train::Progress::message)
      .field("epoch", &train::Progress::epoch)
      .field("epochs", &train::Progress::epochs)
      .field("step", &train::Progress::step)
      .field("steps", &train::Progress::steps)
      .field("images_seen", &images_seen, &never_set<double>)
      .field("learning_rate", &train::Progress::learning_rate)
      .field("rate_scale", &train::Progress::rate_scale)
      .field("batch_loss", &train::Progress::batch_loss)
      .field("batch_accuracy", &train::Progress::batch_accuracy)
      .field("training_loss", &train::Progress::training_loss)
      .field("training_accuracy", &train::Progress::training_accuracy)
      .field("validation_loss", &train::Progress::validation_loss)
      .field("validation_accuracy", &train::Progress::validation_accuracy)
      .field("best_epoch", &train::Progress::best_epoch);
  value_object<EpochSnapshot>("Glance")
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
      .function("answers", &Training::answers)
      .function("glance", &Training::epoch_snapshot)
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
  value_object<LearningProgress>("LearningProgress")
      .field("state", &LearningProgress::state)
      .field("message", &LearningProgress::message)
      .field("done", &LearningProgress::done)
      .field("corrections", &LearningProgress::corrections)
      .field("corrections_before", &LearningProgress::corrections_before)
      .field("corrections_after", &LearningProgress::corrections_after)
      .field("rehearsal", &LearningProgress::replay)
      .field("rehearsal_before", &LearningProgress::rehearsal_before)
      .field("rehearsal_after", &LearningProgress::rehearsal_after);
  class_<Learning>("Learning")
      .constructor<>()
      .function("start", &Learning::start)
      .function("advance", &Learning::advance)
      .function("model", &Learning::model);

  value_object<ExportedModel>("ExportedModel")
      .field("refusal", &ExportedModel::refusal)
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
      .field("multiply_adds", &nn::LayerSummary::multiply_adds);
  value_object<CheckedNetwork>("CheckedNetwork")
      .field("layers", &CheckedNetwork::layers)
      .field("problem", &CheckedNetwork::problem)
      .field("fault", &CheckedNetwork::fault);
  function("presets", &list_presets);
  function("check_network", &checked_network);
  function("synthetic_data", &synthetic_data);
  function("submission_csv", &submission);
  function("thread_count", &thread_count);
  function("memory_in_use", &memory_in_use);
}

}  // namespace inkling::wasm
