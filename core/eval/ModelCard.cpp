// SPDX-License-Identifier: MIT
#include "core/eval/ModelCard.h"

#include <algorithm>
#include <vector>

#include "core/base/Number.h"
#include "core/base/Text.h"
#include "core/model/Preset.h"
#include "core/nn/Architecture.h"
#include "core/nn/Network.h"

namespace inkling::eval {

namespace {

std::string percent(double share) {
  return to_fixed(100 * share, 2) + "%";
}

/// Text from an untrusted file; without line breaks it cannot start a heading or a table.
std::string on_one_line(std::string text) {
  std::replace_if(text.begin(), text.end(), [](char letter) { return letter < ' ' && letter >= 0; }, ' ');
  return text;
}

/// A class's name, which may be any text, as part of a sentence or a table.
std::string cell(const std::string& name) {
  std::string text;
  for (const char character : name) {
    if (std::string_view("|*_`<>[]\\#&").find(character) != std::string_view::npos) text += '\\';
    text += character;
  }
  return text;
}

std::string title_of(const model::Model& model) {
  const std::string& title = model.info.title;
  if (!title.empty() && title != model::custom_title) return on_one_line(title);
  return are_digits(model.classes) ? "A digit recogniser" : "A classifier";
}

std::string heading(const model::Model& model) {
  const bool digits = are_digits(model.classes);
  std::string text = "# " + title_of(model);
  if (digits) return text + "\n\nRecognises handwritten digits, 0 to 9. Trained with Inkling.\n";
  text += "\n\nRecognises " + std::to_string(model.classes.size()) + " classes: ";
  for (const std::string& name : model.classes)
    text += (&name == &model.classes.front() ? "" : ", ") + cell(name);
  return text + ". Trained with Inkling.\n";
}

std::string network_section(const nn::Network& network) {
  std::string text = "\n## Network\n\n`" + nn::architecture_of(network) + "`\n\n" +
                     "| layer | output | weights |\n| --- | --- | --- |\n";
  for (const nn::LayerSummary& layer : nn::summarise(network))
    text += "| " + layer.name + " | " + layer.output + " | " + group_thousands(layer.weights) + " |\n";
  return text + "| total | | " + group_thousands(nn::learned_weight_count(network)) + " |\n";
}

std::string usage_section(const model::Model& model) {
  const bool digits = are_digits(model.classes);
  std::string text =
      "\n## Usage\n\n"
      "- Input: a grey image of 28x28 pixels, 0 for paper to 1 for ink (8-bit pixels divided by 255). As in "
      "MNIST, the " +
      std::string(digits ? "digit" : "sign") +
      " fits into 20x20 pixels, with its centre of mass in the middle.\n- Output: " +
      (digits ? "ten logits, one for each digit"
              : std::to_string(model.classes.size()) + " logits, one for each class") +
      ". The probabilities are their softmax";
  if (!model.calibration) return text + ".\n";
  const auto [temperature, energy_threshold] = *model.calibration;
  return text + " after dividing them by " + to_fixed(temperature, model::calibration_decimals) +
         ".\n"
         "- An image with an energy, log(sum(exp(logits - mean(logits)))), below " +
         to_fixed(energy_threshold, model::calibration_decimals) +
         (digits ? " is not a digit.\n" : " is none of the classes.\n");
}

std::string recipe_lines(const TrainingDetails& details) {
  return "- Up to " + pluralize(static_cast<std::size_t>(details.epochs), "epoch") +
         " with a batch size of " + std::to_string(details.batch) + " and a learning rate of " +
         to_shortest(static_cast<float>(details.learning_rate)) + ". " + percent(details.validation) +
         " of the images were held out.\n- Augmentation: " +
         (details.augment ? "small random rotations, shears and shifts" : "none") + ".\n";
}

/// The title of the data, without a reference to the card that this is.
std::string data_on_card(std::string title) {
  constexpr std::string_view reference = "; see the model card";
  if (title.ends_with(reference)) title.resize(title.size() - reference.size());
  return title;
}

std::string training_section(const model::ModelInfo& info, const std::optional<TrainingDetails>& details) {
  std::string text;
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) text += "- " + std::string(name) + ": " + on_one_line(value) + ".\n";
  };
  add("Data", data_on_card(info.data));
  add("Data fingerprint (SHA-256 of pixels and labels)", info.data_fingerprint);
  add("Seed", info.seed);
  if (details) text += recipe_lines(*details);
  return "\n## Training\n\n" + (text.empty() ? "The file doesn't say how the model was trained.\n" : text);
}

std::string class_table(const Metrics& metrics, const ClassNames& classes) {
  const std::string kind = are_digits(classes) ? "digit" : "class";
  std::string text = "\n| " + kind + " | precision | recall | F1 |\n| --- | --- | --- | --- |\n";
  for (std::size_t label = 0; label < classes.size(); ++label) {
    const auto [precision, recall, f1] = metrics.score(label);
    text += "| " + cell(classes[label]) + " | " + percent(precision) + " | " + percent(recall) + " | " +
            percent(f1) + " |\n";
  }
  return text;
}

std::string mistakes_line(const Metrics::Confusion& confusion, const ClassNames& classes) {
  struct Mistake {
    std::size_t label, predicted;
    std::uint32_t images;
  };
  constexpr std::size_t max_listed = 5;
  std::vector<Mistake> mistakes;
  for (std::size_t label = 0; label < classes.size(); ++label) {
    for (std::size_t predicted = 0; predicted < classes.size(); ++predicted) {
      const std::uint32_t images = confusion[label][predicted];
      if (label != predicted && images > 0) mistakes.push_back({label, predicted, images});
    }
  }
  std::ranges::stable_sort(mistakes, std::ranges::greater(), &Mistake::images);
  mistakes.resize(std::min(mistakes.size(), max_listed));
  std::string text;
  for (const auto& [label, predicted, images] : mistakes) {
    text += (text.empty() ? "" : ", ") + std::string(are_digits(classes) ? "a " : "") + cell(classes[label]) +
            " read as " + cell(classes[predicted]) + " (" + std::to_string(images) + ")";
  }
  return text.empty() ? "" : "\nMost common mistakes: " + text + ".\n";
}

std::string results_section(const model::Model& model, const std::optional<TrainingDetails>& details) {
  const model::ModelInfo& info = model.info;
  std::string text = "\n## Results\n\n";
  if (!info.accuracy) return text + "Not measured: no images were held out.\n";
  text += "Accuracy " + percent(*info.accuracy) + ": " + on_one_line(info.protocol) + ".\n";
  if (!details || details->held_out.images() == 0) return text;
  return text + class_table(details->held_out, model.classes) +
         mistakes_line(details->held_out.confusion(), model.classes);
}

bool best_epoch_selected(const model::ModelInfo& info) {
  return info.protocol.find(model::best_epoch_phrase) != std::string::npos;
}

std::string limits_section(const model::Model& model) {
  const std::string selection =
      best_epoch_selected(model.info)
          ? "- The best epoch was selected on the images that the accuracy was measured on. Expect slightly "
            "less on others.\n"
          : "";
  return "\n## Limitations\n\n" + selection + "- " +
         std::string(are_digits(model.classes) ? "Digits" : "Images") +
         " that are preprocessed differently (off centre, dark on light, in a frame) are misread.\n"
         "- The model only knows handwriting like that in its training data. Check it on yours before you "
         "rely "
         "on it.\n";
}

}  // namespace

std::string model_card_markdown(const model::Model& model, const std::optional<TrainingDetails>& details) {
  return heading(model) + network_section(model.network) + usage_section(model) +
         training_section(model.info, details) + results_section(model, details) + limits_section(model);
}

}  // namespace inkling::eval
