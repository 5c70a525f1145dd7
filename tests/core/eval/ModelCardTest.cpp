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

TEST_CASE("a card tells the network with its weights, and says so where nothing else is known") {
  const std::string card = model_card(model_titled("The article's network"));
  CHECK(card.starts_with("# The article's network\n"));
  CHECK(says(card, "| dense 128 | 128 | 100,480 |"));
  CHECK(says(card, "| all | | 109,386 |"));
  CHECK(says(card, "does not say how it was trained"));
  CHECK(says(card, "Nothing was held out"));
}

TEST_CASE("a card tells how the model was trained, and what it read wrong") {
  model::Model model = model_titled("Mine");
  model.card.data = "120 images";
  model.card.accuracy = 0.9;
  model.card.protocol = "read 20 images held out";
  model.calibration = model::Calibration{1.5f, 3.25f};
  Metrics::Confusion confusion{};
  confusion[4][4] = 18;
  confusion[4][9] = 2;
  const TrainingFacts facts{10, 32, 0.001, 0.2, true, Metrics(confusion, 0)};
  const std::string card = model_card(model, facts);
  CHECK(says(card, "- Data: 120 images."));
  CHECK(says(card, "up to 10 epochs in batches of 32 with a learning rate of 0.001; 20.00 % of the images"));
  CHECK(says(card, "turned, sheared and shifted"));
  CHECK(says(card, "90.00 % right: read 20 images held out."));
  CHECK(says(card, "| 4 | 100.00 % | 90.00 % | 94.74 % |"));
  CHECK(says(card, "Most frequent mistakes: a 4 read as 9 (2)."));
  CHECK(says(card, "a division by 1.5000"));
  CHECK(says(card, "than 3.2500 is taken for no digit"));
}

TEST_CASE("what a model's file says of itself makes no headings in its card") {
  const std::string card = model_card(model_titled("Mine\n# Not mine"));
  CHECK(card.starts_with("# Mine # Not mine\n"));
}
