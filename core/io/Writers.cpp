#include "core/io/Writers.h"

#include <algorithm>
#include <utility>

#include "core/base/Text.h"

namespace inkling::io {

Result<Import> only_writers(Import data, std::span<const std::string> writers) {
  if (data.writers.empty()) return Error{"does not say who wrote what; only strokes (.jsonl) do."};
  for (const std::string& writer : writers) {
    if (std::ranges::find(data.writers, writer) == data.writers.end())
      return Error{"there is no writer " + quoted(writer) + "; look at \"writer\" in its lines."};
  }
  Import chosen;
  chosen.summary = std::move(data.summary);
  for (std::size_t image = 0; image < data.dataset.size(); ++image) {
    if (std::ranges::find(writers, data.writers[image]) == writers.end()) continue;
    const auto pixels = data.dataset.image(image);
    chosen.dataset.pixels.insert(chosen.dataset.pixels.end(), pixels.begin(), pixels.end());
    if (data.dataset.labelled()) chosen.dataset.labels.push_back(data.dataset.labels[image]);
    chosen.dataset.inks.push_back(std::move(data.dataset.inks[image]));
    chosen.writers.push_back(std::move(data.writers[image]));
  }
  chosen.summary.rows = chosen.dataset.size();
  return chosen;
}

}  // namespace inkling::io
