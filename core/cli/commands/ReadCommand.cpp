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
#include "core/cli/images/ImageDecoder.h"
#include "core/cli/output/PictureSteps.h"
#include "core/cli/output/Print.h"
#include "core/cli/output/ReadingTable.h"
#include "core/io/FileFormat.h"
#include "core/recognize/ReadPicture.h"
#include "core/recognize/Recognizer.h"

namespace inkling::cli {

namespace {

namespace fs = std::filesystem;

struct ReadArguments {
  fs::path model;
  std::vector<fs::path> files;
  fs::path steps;  // a folder, or empty
  fs::path table;  // a file, or empty
  bool json = false, digits_only = false;
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
  Reader(model::Model model, fs::path steps)
      : recognizer_(std::move(model)), memory_(recognizer_.make_memory()), steps_(std::move(steps)) {}

  /// One reading of an image, or one of each line of a strokes file.
  Result<std::vector<recognize::Reading>> read(const fs::path& path) {
    const auto bytes = read_file(path, max_file_bytes);
    if (!bytes) return bytes.error();
    if (is_image_file(bytes.value())) return read_image(path, bytes.value());
    const std::string_view start(reinterpret_cast<const char*>(bytes.value().data()),
                                 std::min(bytes.value().size(), signature_bytes));
    if (may_be_strokes(start)) return read_strokes(path);
    const std::string name(identify_file(start));
    return Error{path.string() + (name.empty() ? ": not" : ": This is " + name + ", not") + " an image (" +
                 image_formats() + ") or a strokes file (.jsonl)."};
  }

 private:
  Result<std::vector<recognize::Reading>> read_image(const fs::path& path,
                                                     const std::vector<std::uint8_t>& bytes) {
    const Result<picture::GreyImage> image = decode_image(bytes);
    if (!image) return Error{path.string() + ": " + image.error().message};
    if (!steps_.empty()) {
      if (Status status = write_picture_steps(image.value(), path, steps_); !status) return status.error();
    }
    recognize::Reading reading = recognize::read_picture(recognizer_, image.value(), memory_);
    if (reading.digits.empty())
      return Error{path.string() + ": no digits found. Try cropping closer, or a darker pen."};
    return std::vector{std::move(reading)};
  }

  Result<std::vector<recognize::Reading>> read_strokes(const fs::path& path) {
    const auto data = load_data(path, io::BadRows::skip, io::LabelRule::ignore);
    if (!data) return data.error();
    print_import_report(path, data.value().summary);
    std::vector<recognize::Reading> readings;
    for (const ink::Ink& ink : data.value().dataset.inks) readings.push_back(recognizer_.read(ink, memory_));
    return readings;
  }

  recognize::Recognizer recognizer_;
  recognize::Recognizer::Memory memory_;
  fs::path steps_;
};

Json box_json(const ink::Bounds& box) {
  return {box.left, box.top, box.right, box.bottom};
}

/// With the name of the class, unless the model's are the `digits`.
Json digit_json(const recognize::DigitReading& digit, bool digits) {
  Json json = {{"digit", digit.digit},
               {"is_digit", digit.is_digit},
               {"line", digit.line},
               {"probabilities", digit.probabilities},
               {"box", box_json(digit.box)}};
  if (!digits) json["name"] = digit.name;
  if (!digit.strokes.empty()) json["strokes"] = digit.strokes;
  return json;
}

Json mark_json(const recognize::Mark& mark) {
  Json json = {{"kind", ink::name_of(mark.kind)},
               {"sign", ink::sign_of(mark.kind)},
               {"position", mark.position},
               {"box", box_json(mark.box)}};
  if (!mark.strokes.empty()) json["strokes"] = mark.strokes;
  return json;
}

Json reading_json(const fs::path& path, const recognize::Reading& reading, bool digits) {
  Json json = {{"file", path.string()}, {"text", reading.text()}, {"digits", Json::array()}};
  for (const recognize::DigitReading& digit : reading.digits)
    json["digits"].push_back(digit_json(digit, digits));
  json["marks"] = Json::array();
  for (const recognize::Mark& mark : reading.marks) json["marks"].push_back(mark_json(mark));
  return json;
}

/// With --digits-only, stderr says what was left out.
void print(const fs::path& path, const recognize::Reading& reading, const ReadArguments& arguments) {
  const std::string text = reading.text(), digits = reading.digits_only();
  if (arguments.files.size() > 1) std::printf("%s: ", printable(path).c_str());
  std::printf("%s\n", (arguments.digits_only ? digits : text).c_str());
  if (arguments.digits_only && digits != text)
    std::fprintf(stderr, "%s: \"%s\" was read, marks left out.\n", printable(path).c_str(), text.c_str());
}

/// The readings of all files, as they are asked for.
struct Output {
  bool digits;  // the model's classes
  Json list = Json::array();
  ReadingTable table = {};

  void add(const fs::path& path, const recognize::Reading& reading, const ReadArguments& arguments) {
    if (!arguments.table.empty()) table.add(path, reading);
    if (arguments.json) {
      list.push_back(reading_json(path, reading, digits));
    } else {
      print(path, reading, arguments);
    }
  }

  Status finish(const ReadArguments& arguments) const {
    if (arguments.json) print_json({{"readings", list}});
    return arguments.table.empty() ? success() : write_file(arguments.table, table.csv());
  }
};

/// Reads every file, past those that fail. Returns the exit code of the first failure.
int read_all(const ReadArguments& arguments) {
  auto model = load_model(arguments.model);
  if (!model) return report_status(model.error());
  if (!arguments.table.empty()) {
    if (Status status = check_writable(arguments.table); !status) return report_status(status.error());
  }
  Output output{.digits = are_digits(model.value().classes)};
  Reader reader(std::move(model).value(), arguments.steps);
  int exit_code = exit_success;
  for (const fs::path& path : arguments.files) {
    const auto readings = reader.read(path);
    if (!readings) {
      const int code = report_status(readings.error());
      if (exit_code == exit_success) exit_code = code;
      continue;
    }
    for (const recognize::Reading& reading : readings.value()) output.add(path, reading, arguments);
  }
  const Status status = output.finish(arguments);
  return status || exit_code != exit_success ? exit_code : report_status(status.error());
}

}  // namespace

void add_read_command(CLI::App& app, int& exit_code) {
  const auto arguments = std::make_shared<ReadArguments>();
  CLI::App* command = app.add_subcommand(
      "read", "Read handwritten numbers, or symbols of other classes, from images and strokes");
  add_model_argument(*command, arguments->model);
  command
      ->add_option("files", arguments->files,
                   std::string("Images (") + image_formats() + "), or strokes .jsonl (one number per line)")
      ->required();
  command->add_flag("--json", arguments->json,
                    "Print one JSON object, with the line, box and probabilities of each digit");
  command->add_flag("--digits-only", arguments->digits_only,
                    "Print the digits without marks such as the point in 3.14");
  command->add_option("--steps", arguments->steps,
                      "Save the steps of reading each image to this folder, as PNG");
  command->add_option("--table", arguments->table,
                      "Also write a CSV file with a row for each line of writing, the least certain first");
  command->callback([arguments, &exit_code] { exit_code = read_all(*arguments); });
}

}  // namespace inkling::cli
