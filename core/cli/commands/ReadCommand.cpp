#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/cli/ExitCode.h"
#include "core/cli/commands/Commands.h"
#include "core/cli/files/DataFile.h"
#include "core/cli/files/File.h"
#include "core/cli/files/PictureFile.h"
#include "core/cli/output/Json.h"
#include "core/recognize/Recognizer.h"

namespace inkling::cli {

namespace {

namespace fs = std::filesystem;

struct ReadArguments {
  fs::path model;
  std::vector<fs::path> files;
  bool json = false;
};

constexpr std::uintmax_t largest_file = std::uintmax_t{256} << 20;

Result<recognize::Reading> read_picture(const recognize::Recognizer& recognizer,
                                        recognize::Recognizer::Memory& memory,
                                        const std::vector<std::uint8_t>& bytes) {
  const Result<picture::GreyImage> picture = decode_picture(bytes);
  if (!picture) return picture.error();
  recognize::Reading reading = recognizer.read(picture.value(), memory);
  if (reading.digits.empty()) return Error{"nothing is written there that stands out from its paper."};
  return reading;
}

/// What a picture says, or each line of strokes.
Result<std::vector<recognize::Reading>> read_one(const recognize::Recognizer& recognizer,
                                                 recognize::Recognizer::Memory& memory,
                                                 const fs::path& path) {
  const auto bytes = read_file(path, largest_file);
  if (!bytes) return bytes.error();
  if (is_picture(bytes.value())) {
    auto reading = read_picture(recognizer, memory, bytes.value());
    if (!reading) return Error{path.string() + ": " + reading.error().message};
    return std::vector{std::move(reading).value()};
  }
  const std::uint8_t first = bytes.value().empty() ? 0 : bytes.value().front();
  constexpr std::uint8_t of_gzip = 0x1f;
  if (first != '{' && first != of_gzip) {
    return Error{path.string() +
                 ": is neither a PNG or JPEG picture nor strokes (.jsonl), which are what is read."};
  }
  const auto data = load_data(path);
  if (!data) return data.error();
  std::vector<recognize::Reading> readings;
  for (const ink::Ink& ink : data.value().dataset.inks) readings.push_back(recognizer.read(ink, memory));
  return readings;
}

Json to_json(const recognize::DigitReading& digit) {
  Json json = {{"digit", digit.digit},
               {"is_digit", digit.is_digit},
               {"probabilities", digit.probabilities},
               {"box", {digit.box.left, digit.box.top, digit.box.right, digit.box.bottom}}};
  if (!digit.strokes.empty()) json["strokes"] = digit.strokes;
  return json;
}

Json to_json(const fs::path& path, const recognize::Reading& reading) {
  Json json = {{"file", path.string()}, {"text", reading.text()}, {"digits", Json::array()}};
  for (const recognize::DigitReading& digit : reading.digits) json["digits"].push_back(to_json(digit));
  return json;
}

/// Reads all that can be read, and says of the rest why not; the exit code is that of the first of these.
int read_all(const ReadArguments& arguments) {
  auto model = load_model(arguments.model);
  if (!model) return exit_code_of(model.error());
  const recognize::Recognizer recognizer(std::move(model).value());
  recognize::Recognizer::Memory memory = recognizer.make_memory();
  int exit_code = exit_success;
  Json list = Json::array();
  for (const fs::path& path : arguments.files) {
    const auto readings = read_one(recognizer, memory, path);
    if (!readings) {
      const int code = exit_code_of(readings.error());
      if (exit_code == exit_success) exit_code = code;
      continue;
    }
    for (const recognize::Reading& reading : readings.value()) {
      if (arguments.json) {
        list.push_back(to_json(path, reading));
      } else {
        const std::string name = arguments.files.size() > 1 ? path.string() + ": " : "";
        std::printf("%s%s\n", name.c_str(), reading.text().c_str());
      }
    }
  }
  if (arguments.json) std::printf("%s\n", Json{{"readings", list}}.dump().c_str());
  return exit_code;
}

}  // namespace

void add_read_command(CLI::App& app, int& exit_code) {
  const auto arguments = std::make_shared<ReadArguments>();
  CLI::App* command = app.add_subcommand("read", "Read the numbers in pictures and strokes");
  command->add_option("model", arguments->model, "A model file (.safetensors)")->required();
  command->add_option("files", arguments->files, "PNG or JPEG pictures, or strokes .jsonl, a number a line")
      ->required();
  command->add_flag("--json", arguments->json,
                    "One JSON object on stdout, with each digit's box and probabilities");
  command->callback([arguments, &exit_code] { exit_code = read_all(*arguments); });
}

}  // namespace inkling::cli
