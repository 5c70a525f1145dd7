#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/adapt/CorrectionLearner.h"
#include "wasm/Drawings.h"
#include "wasm/Threads.h"

namespace inkling::wasm {

struct LearningProgress {
  std::string state, message;  // "drawing", "learning", "finished" or "failed", and why
  double done = 0;             // 0 to 1
  std::size_t corrections = 0, corrections_before = 0, corrections_after = 0;  // in all, read right; once
  std::size_t replay = 0, rehearsal_before = 0, rehearsal_after = 0;           // finished
};

/// A model that learns from corrections, with its own copies of both.
class Learning {
 public:
  std::string start(const Uint8Array& bytes, const DrawingArrays& corrections) {
    std::vector<std::uint8_t> file;
    copy_from(bytes, file);
    auto model = model::read_model(file);
    if (!model.ok()) return model.error().message;
    data::Dataset dataset;
    if (!take_drawings(corrections, dataset))
      return "These corrections are not whole: their arrays have other sizes.";
    if (const Status checked = adapt::check_corrections(dataset); !checked) return checked.error().message;
    tuning_.reset();
    model_ = std::move(model).value();
    dataset_ = std::move(dataset);
    tuning_.emplace(*model_, dataset_, adapt::CorrectionOptions(), engine_threads());
    return "";
  }

  /// A slice of it. Nothing happens before start().
  LearningProgress advance() {
    if (!tuning_) return {};
    const adapt::CorrectionProgress& now = tuning_->advance();
    return {state_name(now.state),
            now.message,
            now.done,
            now.corrections.images,
            now.corrections.right_before,
            now.corrections.right_after,
            now.replay.images,
            now.replay.right_before,
            now.replay.right_after};
  }

  /// The file of the model that has learned; nothing before it has.
  Uint8Array model() const {
    if (!tuning_ || tuning_->progress().state != adapt::CorrectionProgress::State::finished)
      return to_array(std::span<const std::uint8_t>());
    return to_array(std::span<const std::uint8_t>(model::write_model(tuning_->model())));
  }

 private:
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
  std::optional<adapt::CorrectionLearner> tuning_;
};

}  // namespace inkling::wasm
