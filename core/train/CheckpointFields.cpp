#include "core/train/CheckpointFields.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <string_view>
#include <system_error>

namespace inkling::train {

namespace {

template <class Integer>
std::string text_of(Integer value) {
  return std::to_string(value);
}

std::string text_of(double value) {
  constexpr int digits = 16;
  std::string text(digits, '0');
  auto bits = std::bit_cast<std::uint64_t>(value);
  for (int digit = digits; digit-- > 0; bits >>= 4) text[digit] = "0123456789abcdef"[bits & 15];
  return text;
}

std::string text_of(const eval::Metrics& metrics) {
  std::string text = text_of(metrics.loss_sum());
  for (const auto& row : metrics.confusion()) {
    for (const std::uint32_t count : row) text += ' ' + std::to_string(count);
  }
  return text;
}

template <class Integer>
bool parse(std::string_view text, Integer& value, int base = 10) {
  const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  return problem == std::errc() && stop == text.data() + text.size();
}

bool parse(std::string_view text, double& value) {
  std::uint64_t bits = 0;
  if (text.size() != 16 || !parse(text, bits, 16)) return false;
  value = std::bit_cast<double>(bits);
  return true;
}

/// Takes the text before the next space, and that space, from the front.
std::string_view take_word(std::string_view& text) {
  const std::string_view word = text.substr(0, text.find(' '));
  text.remove_prefix(std::min(word.size() + 1, text.size()));
  return word;
}

bool parse(std::string_view text, eval::Metrics& metrics) {
  double loss_sum = 0;
  if (!parse(take_word(text), loss_sum)) return false;
  eval::Metrics::Confusion confusion;
  for (auto& row : confusion) {
    for (std::uint32_t& count : row) {
      if (!parse(take_word(text), count)) return false;
    }
  }
  metrics = eval::Metrics(confusion, loss_sum);
  return text.empty();
}

/// Every number under its name: the one list for writing and for reading.
template <class State, class Visit>
void visit_numbers(State& state, const Visit& visit) {
  auto& progress = state.progress;
  visit("epoch", progress.epoch);
  visit("step", progress.step);
  visit("validated", state.validated);
  visit("best epoch", progress.best_epoch);
  visit("last rate", progress.learning_rate);
  visit("rate scale", progress.rate_scale);
  visit("batch loss", progress.batch_loss);
  visit("batch accuracy", progress.batch_accuracy);
  visit("training loss", progress.training_loss);
  visit("training accuracy", progress.training_accuracy);
  visit("validation loss", progress.validation_loss);
  visit("validation accuracy", progress.validation_accuracy);
  visit("epoch loss", state.epoch_training.loss);
  visit("epoch correct", state.epoch_training.correct);
  visit("epoch images", state.epoch_training.images);
  visit("epoch validation", state.epoch_validation);
  visit("kept validation", state.selected_validation);
}

}  // namespace

void write_numbers(const TrainingState& state, std::map<std::string, std::string>& entries) {
  visit_numbers(state, [&](const char* name, const auto& value) { entries[name] = text_of(value); });
}

std::string read_numbers(const std::map<std::string, std::string>& entries, TrainingState& state) {
  std::string bad;
  visit_numbers(state, [&](const char* name, auto& value) {
    const auto found = entries.find(name);
    if (bad.empty() && (found == entries.end() || !parse(found->second, value))) bad = name;
  });
  return bad;
}

}  // namespace inkling::train
