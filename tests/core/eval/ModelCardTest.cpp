// SPDX-License-Identifier: MIT
#include "core/eval/ModelCard.h"

#include <doctest/doctest.h>

#include "core/nn/Architecture.h"

using namespace inkling;
using namespace inkling::eval;

namespace {

model::Model model_titled(const std::string& title) {
  nn::Network network = nn::build_network("flatten | dense 128 | relu | dense 64 | relu | dense 10").value();
  AlignedVector<float> weights(network.weight_count);
  model::ModelInfo card;
  card.title = title;
  return {std::move(network), std::move(weights), std::move(card)};
}

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a card lists the layers with their weights, and says what is unknown") {
  const std::string card = model_card_markdown(model_titled("The article's network"));
  CHECK(card.starts_with("# The article's network\n"));
  CHECK(says(card, "| dense 128 | 128 | 100,480 |"));
  CHECK(says(card, "| total | | 109,386 |"));
  CHECK(says(card, "doesn't say how the model was trained"));
  CHECK(says(card, "no images were held out"));
}

TEST_CASE("a card describes the training and the most common mistakes") {
  model::Model model = model_titled("Mine");
  model.info.data = "120 images";
  model.info.accuracy = 0.9;
  model.info.protocol = "read 20 images held out";
  model.calibration = model::Calibration{1.5f, 3.25f};
  Metrics::Confusion confusion = Metrics(digit_count).confusion();
  confusion[4][4] = 18;
  confusion[4][9] = 2;
  const TrainingDetails details{10, 32, 0.001, 0.2, true, Metrics(confusion, 0)};
  const std::string card = model_card_markdown(model, details);
  CHECK(says(card, "- Data: 120 images."));
  CHECK(says(card,
             "Up to 10 epochs with a batch size of 32 and a learning rate of 0.001. 20.00% of the images"));
  CHECK(says(card, "rotations, shears and shifts"));
  CHECK(says(card, "Accuracy 90.00%: read 20 images held out."));
  CHECK(says(card, "| 4 | 100.00% | 90.00% | 94.74% |"));
  CHECK(says(card, "Most common mistakes: a 4 read as 9 (2)."));
  CHECK(says(card, "dividing them by 1.5000"));
  CHECK(says(card, "below 3.2500 is not a digit"));
}

TEST_CASE("text from a model file cannot add headings to its card") {
  const std::string card = model_card_markdown(model_titled("Mine\n# Not mine"));
  CHECK(card.starts_with("# Mine # Not mine\n"));
}

TEST_CASE("a card of a custom network is titled by what it does, and doesn't refer to itself") {
  model::Model model = model_titled("Custom network");
  model.info.data = "MNIST; see the model card";
  const std::string card = model_card_markdown(model);
  CHECK(card.starts_with("# A digit recogniser\n"));
  CHECK(says(card, "- Data: MNIST.\n"));
}

TEST_CASE("a card warns of a selected epoch only if one was selected") {
  model::Model model = model_titled("Mine");
  model.info.accuracy = 0.9;
  model.info.protocol =
      "read 20 images held out of 120; the weights of epoch 3 of 9, the best on these images";
  CHECK(says(model_card_markdown(model), "The best epoch was selected"));
  model.info.protocol = "read 20 images held out of 120; the weights of the last epoch, 9";
  CHECK(!says(model_card_markdown(model), "The best epoch was selected"));
}
