// SPDX-License-Identifier: MIT
#include "core/cli/train/Report.h"

#include <cstdio>
#include <set>

#include "core/cli/output/Print.h"

namespace inkling::cli {

void print_epoch(const train::Progress& progress, bool validated) {
  std::printf("epoch %2d/%d  training loss %.4f, accuracy %.2f%%", progress.epoch, progress.epochs,
              progress.training_loss, 100 * progress.training_accuracy);
  if (validated) {
    std::printf("  validation loss %.4f, accuracy %.2f%%", progress.validation_loss,
                100 * progress.validation_accuracy);
  }
  std::printf("\n");
  std::fflush(stdout);
}

Json epoch_json(const train::Progress& progress, bool validated) {
  Json json = {{"epoch", progress.epoch},
               {"training", accuracy_and_loss(progress.training_accuracy, progress.training_loss)}};
  if (validated)
    json["validation"] = accuracy_and_loss(progress.validation_accuracy, progress.validation_loss);
  return json;
}

Json report_json(const train::Trainer& trainer, const Json& history, std::int64_t images, double seconds) {
  const train::Progress& progress = trainer.progress();
  const eval::Metrics& selected = trainer.selected_validation();
  Json json;
  json["validation"] =
      selected.images() > 0 ? accuracy_and_loss(selected.accuracy(), selected.loss()) : Json(nullptr);
  json["training"] = accuracy_and_loss(progress.training_accuracy, progress.training_loss);
  json["epochs"] = progress.epoch;
  json["epochs_planned"] = progress.epochs;
  json["best_epoch"] = progress.best_epoch;
  json["seconds"] = seconds;
  json["weights"] = nn::learned_weight_count(trainer.network());
  json["images_per_second"] = static_cast<double>(images) / seconds;
  json["history"] = history;
  return json;
}

namespace {

/// The writers of these images, sorted.
std::set<std::string> writers_of(const data::Source& source, const std::vector<std::uint32_t>& indices) {
  std::set<std::string> writers;
  for (const std::uint32_t index : indices) writers.insert(source.writers[index - source.begin]);
  return writers;
}

}  // namespace

Json sources_json(const train::Trainer& trainer, const std::vector<data::Source>& sources, ThreadPool& pool,
                  distributed::Communicator& communicator) {
  Json list = Json::array();
  const data::Subset& validation = trainer.validation();
  for (const data::Source& source : sources) {
    const data::Subset held_out{validation.dataset, data::indices_in(source, validation.indices)};
    Json json = {{"source", source.name}, {"images", held_out.size()}};
    if (!source.writers.empty()) json["writers"] = writers_of(source, held_out.indices);
    if (held_out.size() > 0) {
      const eval::Metrics metrics =
          eval::evaluate(trainer.network(), trainer.selected_weights(), held_out, pool, communicator);
      json.update(accuracy_and_loss(metrics.accuracy(), metrics.loss()));
    }
    list.push_back(std::move(json));
  }
  return list;
}

void print_report(const Json& report, const std::filesystem::path& model) {
  if (report["epochs_planned"] > report["epochs"])
    std::printf("stopped after epoch %d: no improvement since the best\n", report["epochs"].get<int>());
  if (!report["validation"].is_null()) {
    std::printf("selected epoch %d: validation accuracy %.2f%%\n", report["best_epoch"].get<int>(),
                100 * report["validation"]["accuracy"].get<double>());
  }
  for (const Json& source : report.value("sources", Json::array())) {
    if (!source.contains("accuracy")) continue;
    std::printf("  %s: %.2f%% of %zu images\n", printable(source["source"].get<std::string>()).c_str(),
                100 * source["accuracy"].get<double>(), source["images"].get<std::size_t>());
  }
  if (report.contains("calibration")) print_calibration(report["calibration"]);
  if (report.contains("test"))
    std::printf("test accuracy %.2f%%\n", 100 * report["test"]["accuracy"].get<double>());
  std::printf("%.0f images/s, model saved to %s\n", report["images_per_second"].get<double>(),
              printable(model).c_str());
}

}  // namespace inkling::cli
