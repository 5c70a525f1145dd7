// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/FileSignature.h"
#include "core/cli/ExitCode.h"
#include "core/cli/commands/Commands.h"
#include "core/cli/commands/Options.h"
#include "core/cli/files/DataFile.h"
#include "core/cli/files/File.h"
#include "core/cli/files/ImageDecoder.h"
#include "core/cli/output/Print.h"
#include "core/io/FileFormat.h"
#include "core/recognize/Recognizer.h"

namespace inkling::cli {

namespace {

namespace fs = std::filesystem;

struct ReadArguments {
  fs::path model;
  std::vector<fs::path> files;
  bool json = false;
};

constexpr std::uintmax_t max_file_bytes = std::uintmax_t{256} << 20;

/// Strokes, as such or compressed.
bool may_be_strokes(std::string_view start) {
  if (identify_file(start) == "a gzip file") return true;
  const auto format = io::detect_format(start);
  return format && format.value() == io::FileFormat::strokes;
}

/// A recogniser with its working memory.
class Reader {
 public:
  explicit Reader(model::Model model) : recognizer_(std::move(model)), memory_(recognizer_.make_memory()) {}

  /// One reading of an image, or one of each line of a strokes file.
  Result<std::vector<recognize::Reading>> read(const fs::path& path) {
    const auto bytes = read_file(path, max_file_bytes);
    if (!bytes) return bytes.error();
    if (is_image_file(bytes.value())) return read_image(path, bytes.value());
    const std::string_view start(reinterpret_cast<const char*>(bytes.value().data()),
                                 std::min(bytes.value().size(), signature_bytes));
    if (may_be_strokes(start)) return read_strokes(path);
    const std::string name(identify_file(start));
    return Error{path.string() + (name.empty() ? ": not" : ": This is " + name + ", not") +
                 " a PNG or JPEG image or a strokes file (.jsonl)."};
  }

 private:
  Result<std::vector<recognize::Reading>> read_image(const fs::path& path,
                                                     const std::vector<std::uint8_t>& bytes) {
    const Result<picture::GreyImage> image = decode_image(bytes);
    if (!image) return Error{path.string() + ": " + image.error().message};
    recognize::Reading reading = recognizer_.read(image.value(), memory_);
    if (reading.digits.empty())
      return Error{path.string() + ": no digits found. Try cropping closer, or a darker pen."};
    return std::vector{std::move(reading)};
  }

  Result<std::vector<recognize::Reading>> read_strokes(const fs::path& path) {
    const auto data = load_data(path);
    if (!data) return data.error();
    print_import_report(path, data.value().summary);
    std::vector<recognize::Reading> readings;
    for (const ink::Ink& ink : data.value().dataset.inks) readings.push_back(recognizer_.read(ink, memory_));
    return readings;
  }

  recognize::Recognizer recognizer_;
  recognize::Recognizer::Memory memory_;
};

Json digit_json(const recognize::DigitReading& digit) {
  Json json = {{"digit", digit.digit},
               {"is_digit", digit.is_digit},
               {"probabilities", digit.probabilities},
               {"box", {digit.box.left, digit.box.top, digit.box.right, digit.box.bottom}}};
  if (!digit.strokes.empty()) json["strokes"] = digit.strokes;
  return json;
}

Json reading_json(const fs::path& path, const recognize::Reading& reading) {
  Json json = {{"file", path.string()}, {"text", reading.text()}, {"digits", Json::array()}};
  for (const recognize::DigitReading& digit : reading.digits) json["digits"].push_back(digit_json(digit));
  return json;
}

void print(const fs::path& path, const recognize::Reading& reading, bool with_name) {
  if (with_name) std::printf("%s: ", printable(path).c_str());
  std::printf("%s\n", reading.text().c_str());
}

/// Reads every file, past those that fail. Returns the exit code of the first failure.
int read_all(const ReadArguments& arguments) {
  auto model = load_model(arguments.model);
  if (!model) return report_status(model.error());
  Reader reader(std::move(model).value());
  int exit_code = exit_success;
  Json list = Json::array();
  for (const fs::path& path : arguments.files) {
    const auto readings = reader.read(path);
    if (!readings) {
      const int code = report_status(readings.error());
      if (exit_code == exit_success) exit_code = code;
      continue;
    }
    for (const recognize::Reading& reading : readings.value()) {
      if (arguments.json) {
        list.push_back(reading_json(path, reading));
      } else {
        print(path, reading, arguments.files.size() > 1);
      }
    }
  }
  if (arguments.json) print_json({{"readings", list}});
  return exit_code;
}

}  // namespace

void add_read_command(CLI::App& app, int& exit_code) {
  const auto arguments = std::make_shared<ReadArguments>();
  CLI::App* command = app.add_subcommand("read", "Read handwritten numbers from images and strokes");
  add_model_argument(*command, arguments->model);
  command
      ->add_option("files", arguments->files, "PNG or JPEG images, or strokes .jsonl (one number per line)")
      ->required();
  command->add_flag("--json", arguments->json,
                    "Print one JSON object, with the box and probabilities of each digit");
  command->callback([arguments, &exit_code] { exit_code = read_all(*arguments); });
}

}  // namespace inkling::cli
