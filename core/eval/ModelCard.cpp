#include "core/eval/ModelCard.h"

#include <algorithm>
#include <vector>

#include "core/base/Number.h"
#include "core/base/Text.h"
#include "core/nn/Architecture.h"
#include "core/nn/Network.h"

namespace inkling::eval {

namespace {

constexpr std::size_t most_mistakes = 5;  // that are told

std::string percent(double share) {
  return to_fixed(100 * share, 2) + " %";
}

/// What the model's file says of itself may be anything: on one line, it cannot start a heading or a table.
std::string on_one_line(std::string text) {
  std::replace_if(text.begin(), text.end(), [](char letter) { return letter < ' ' && letter >= 0; }, ' ');
  return text;
}

std::string opening(const model::Model& model) {
  const std::string title = on_one_line(model.card.title);
  return "# " + (title.empty() ? "A reader of handwritten digits" : title) +
         "\n\nReads handwritten digits, 0 to 9. Trained and written by Inkling.\n";
}

std::string network_table(const nn::Network& network) {
  std::string text = "\n## Network\n\n`" + nn::architecture_of(network) + "`\n\n" +
                     "| layer | output | weights |\n| --- | --- | --- |\n";
  for (const nn::LayerSummary& line : nn::summarise(network)) {
    text += "| " + line.name + " | " + line.output + " | " + group_thousands(line.weights) + " |\n";
  }
  return text + "| all | | " + group_thousands(nn::learned_weight_count(network)) + " |\n";
}

std::string use(const model::Model& model) {
  std::string text =
      "\n## Use\n\n"
      "- Takes a grey image of 28x28 pixels, ink 1 on paper 0 (0 to 255 with ink 255, divided by 255), "
      "prepared as MNIST's were: the digit fitted into 20x20, its centre of mass in the middle.\n"
      "- Gives ten numbers (logits), one for each digit; their softmax";
  if (!model.calibration) return text + " are the probabilities.\n";
  const auto [temperature, energy_threshold] = *model.calibration;
  return text + ", after a division by " + to_fixed(temperature, model::calibration_places) +
         ", are the probabilities.\n"
         "- What has less energy, log(sum(exp(logits - mean(logits)))), than " +
         to_fixed(energy_threshold, model::calibration_places) + " is taken for no digit.\n";
}

std::string recipe(const TrainingFacts& facts) {
  return "- Trained for up to " + pluralize(static_cast<std::size_t>(facts.epochs), "epoch") +
         " in batches of " + std::to_string(facts.batch) + " with a learning rate of " +
         to_shortest(static_cast<float>(facts.learning_rate)) + "; " + percent(facts.validation) +
         " of the images were held out.\n- The images were " +
         (facts.augment ? "turned, sheared and shifted a little, each time anew" : "taken as they are") +
         ".\n";
}

std::string training(const model::ModelInfo& card, const std::optional<TrainingFacts>& facts) {
  std::string text;
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) text += "- " + std::string(name) + ": " + on_one_line(value) + ".\n";
  };
  add("Data", card.data);
  add("Fingerprint of the data (SHA-256 of pixels and labels)", card.data_fingerprint);
  add("Seed", card.seed);
  if (facts) text += recipe(*facts);
  return "\n## Training\n\n" + (text.empty() ? "The file does not say how it was trained.\n" : text);
}

std::string by_digit(const Metrics& metrics) {
  std::string text = "\n| digit | precision | recall | F1 |\n| --- | --- | --- | --- |\n";
  for (int digit = 0; digit < class_count; ++digit) {
    const auto [precision, recall, f1] = metrics.score(digit);
    text += "| " + std::to_string(digit) + " | " + percent(precision) + " | " + percent(recall) + " | " +
            percent(f1) + " |\n";
  }
  return text;
}

std::string mistakes(const Metrics::Confusion& confusion) {
  struct Mistake {
    std::size_t truth, answer;
    std::uint32_t images;
  };
  std::vector<Mistake> all;
  for (std::size_t truth = 0; truth < class_count; ++truth) {
    for (std::size_t answer = 0; answer < class_count; ++answer) {
      const std::uint32_t images = confusion[truth][answer];
      if (truth != answer && images > 0) all.push_back({truth, answer, images});
    }
  }
  std::ranges::stable_sort(all, std::ranges::greater(), &Mistake::images);
  std::string text;
  for (const auto& [truth, answer, images] : std::span(all).first(std::min(all.size(), most_mistakes))) {
    text += (text.empty() ? "" : ", ") + std::string("a ") + std::to_string(truth) + " read as " +
            std::to_string(answer) + " (" + std::to_string(images) + ")";
  }
  return text.empty() ? "" : "\nMost frequent mistakes: " + text + ".\n";
}

std::string results(const model::ModelInfo& card, const std::optional<TrainingFacts>& facts) {
  std::string text = "\n## Results\n\n";
  if (!card.accuracy) return text + "Nothing was held out to measure it by.\n";
  text += percent(*card.accuracy) + " right: " + on_one_line(card.protocol) + ".\n";
  if (!facts || facts->held_out.images() == 0) return text;
  return text + by_digit(facts->held_out) + mistakes(facts->held_out.confusion());
}

constexpr const char* limits =
    "\n## Limits\n\n"
    "- The images by which an epoch was chosen are the same that it is measured by here: on others it may "
    "read "
    "a little worse.\n"
    "- Digits that were prepared in another way (not centred, dark on light, with a frame) are misread.\n"
    "- It knows the handwriting that it was shown. Look at what it reads before anything depends on it.\n";

}  // namespace

std::string model_card(const model::Model& model, const std::optional<TrainingFacts>& facts) {
  return opening(model) + network_table(model.network) + use(model) + training(model.card, facts) +
         results(model.card, facts) + limits;
}

}  // namespace inkling::eval
