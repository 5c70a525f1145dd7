// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/adapt/CorrectionLearner.h"
#include "core/model/ModelFile.h"
#include "wasm/Drawings.h"

namespace inkling::wasm {

struct PatchProgress {
  std::string state;  // "drawing", "learning", "finished" or "failed": the model can't learn more corrections
  double done = 0;    // 0 to 1
  // Images, and how many of them are read correctly before and after; once finished.
  std::size_t corrections = 0, corrections_before = 0, corrections_after = 0;
  std::size_t replay = 0, replay_before = 0, replay_after = 0;
};

/// Learns from corrections, with its own copies of the model and the corrections.
class PatchSession {
 public:
  /// Learns corrections of digits. Returns an error (see error_json()) or "".
  std::string start(const Uint8Array& bytes, const DrawingArrays& corrections) {
    return start_with(bytes, corrections, {});
  }

  /// The same for a model of other classes, whose numbers the corrections have for labels, and the images
  /// that it must not forget.
  std::string start_on(const Uint8Array& bytes, const DrawingArrays& corrections, const Data& replay) {
    return start_with(bytes, corrections, replay.edited());
  }

  /// Runs one short slice. Does nothing before start().
  PatchProgress advance() {
    if (!learner_) return {};
    const adapt::CorrectionProgress& progress = learner_->advance();
    const auto& [images, before, after] = progress.corrections;
    const auto& [replayed, replayed_before, replayed_after] = progress.replay;
    return {state_name(progress.state),
            progress.done,
            images,
            before,
            after,
            replayed,
            replayed_before,
            replayed_after};
  }

  /// The patched model's file; empty until finished.
  Uint8Array model() const {
    if (!learner_ || learner_->progress().state != adapt::CorrectionProgress::State::finished)
      return no_bytes();
    return to_array(std::span<const std::uint8_t>(model::write_model(learner_->model())));
  }

 private:
  std::string start_with(const Uint8Array& bytes, const DrawingArrays& corrections,
                         std::optional<data::Dataset> replay) {
    auto model = model::read_model(to_vector<std::uint8_t>(bytes));
    if (!model) return error_json(model);
    auto dataset = to_dataset(corrections, model.value().classes);
    if (!dataset)
      return error_json(
          Error{"The corrections' arrays don't match in size, or a label isn't one of the model's."});
    const Status checked = adapt::check_corrections(model.value(), *dataset, replay ? &*replay : nullptr);
    if (!checked) return error_json(checked);
    learner_.reset();
    model_ = std::move(model).value();
    dataset_ = std::move(*dataset);
    replay_ = std::move(replay);
    learner_.emplace(*model_, dataset_, adapt::CorrectionOptions(), engine_threads(),
                     replay_ ? &*replay_ : nullptr);
    return "";
  }

  static std::string state_name(adapt::CorrectionProgress::State state) {
    switch (state) {
      case adapt::CorrectionProgress::State::drawing:
        return "drawing";
      case adapt::CorrectionProgress::State::learning:
        return "learning";
      case adapt::CorrectionProgress::State::finished:
        return "finished";
      case adapt::CorrectionProgress::State::failed:
        return "failed";
    }
    return "";
  }

  std::optional<model::Model> model_;
  data::Dataset dataset_;
  std::optional<data::Dataset> replay_;
  std::optional<adapt::CorrectionLearner> learner_;
};

}  // namespace inkling::wasm
