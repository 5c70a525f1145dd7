// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "core/base/Random.h"
#include "core/data/Dataset.h"
#include "core/synthetic/SyntheticDigits.h"

namespace inkling::testing {

struct Outcome {
  int exit_code;
  std::string output;  // stdout and stderr
};

/// Runs commands in a temporary folder, which is removed at the end.
class Shell {
 public:
  Shell() { std::filesystem::create_directories(folder_); }
  ~Shell() { std::filesystem::remove_all(folder_); }

  Outcome inkling(const std::string& arguments) const { return run("'" INKLING_COMMAND "' " + arguments); }

  /// Runs a command line of sh(1).
  Outcome run(const std::string& command) const {
    const std::string line = "cd '" + folder_.string() + "' && { " + command + "; } 2>&1";
    FILE* pipe = popen(line.c_str(), "r");
    Outcome outcome{0, ""};
    std::array<char, 4096> chunk;
    while (const std::size_t size = std::fread(chunk.data(), 1, chunk.size(), pipe))
      outcome.output.append(chunk.data(), size);
    outcome.exit_code = WEXITSTATUS(pclose(pipe));
    return outcome;
  }

  nlohmann::json inkling_json(const std::string& arguments) const {
    const Outcome outcome = inkling(arguments + " --json");
    CAPTURE(outcome.output);
    CHECK(outcome.exit_code == 0);
    return nlohmann::json::parse(outcome.output);
  }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
  }

  std::filesystem::path path(const std::string& name) const { return folder_ / name; }

  std::string read(const std::string& name) const {
    std::ifstream file(folder_ / name);
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("inkling-test-" + std::to_string(::getpid()));
};

inline std::string csv(const data::Dataset& dataset, bool labelled) {
  std::string text = labelled ? "label" : "";
  for (int pixel = 0; pixel < image_pixels; ++pixel) {
    text += (text.empty() ? "pixel" : ",pixel") + std::to_string(pixel);
  }
  for (std::size_t image = 0; image < dataset.size(); ++image) {
    text += "\n" + (labelled ? std::to_string(dataset.labels[image]) + "," : std::string());
    for (const std::uint8_t pixel : dataset.image(image)) text += std::to_string(pixel) + ",";
    text.pop_back();
  }
  return text + "\n";
}

/// A strokes file of synthetic digits by the writers "w0" to "w4".
inline std::string strokes(int drawings, std::uint64_t seed) {
  Random random(seed);
  std::string text;
  for (int index = 0; index < drawings; ++index) {
    nlohmann::json line = {{"label", index % digit_count}, {"writer", "w" + std::to_string(index / 2 % 5)}};
    for (const ink::Stroke& stroke : synthetic::synthetic_digit(index % digit_count, random)) {
      nlohmann::json points = nlohmann::json::array();
      for (const ink::Point point : stroke) points.push_back({point.x, point.y});
      line["strokes"].push_back(std::move(points));
    }
    text += line.dump() + '\n';
  }
  return text;
}

}  // namespace inkling::testing
