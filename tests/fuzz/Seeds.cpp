// SPDX-License-Identifier: MIT
// fuzz_seeds FOLDER: writes a few valid inputs of each fuzzer to FOLDER/NAME/.

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "core/data/DatasetCache.h"
#include "core/model/ModelFile.h"
#include "core/picture/GreyImage.h"
#include "tests/core/cli/EncodedImage.h"
#include "tests/fuzz/SmallTraining.h"

namespace {

using namespace inkling;

class SeedFolder {
 public:
  explicit SeedFolder(std::filesystem::path path) : path_(std::move(path)) {}

  template <class Bytes>
  void write(const char* fuzzer, const char* name, const Bytes& bytes) const {
    std::filesystem::create_directories(path_ / fuzzer);
    std::ofstream(path_ / fuzzer / name, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  }

 private:
  std::filesystem::path path_;
};

/// The first byte is the size of the chunks that a reader is given.
std::string in_chunks(std::string_view text) {
  return '\x10' + std::string(text);
}

std::string row_of(int value, int count) {
  std::string row = std::to_string(value);
  for (int cell = 1; cell < count; ++cell) row += "," + std::to_string(value);
  return row;
}

void write_texts(const SeedFolder& seeds) {
  seeds.write("Csv", "labelled", in_chunks(row_of(1, 785) + "\n" + row_of(2, 785) + "\n"));
  seeds.write("Csv", "unlabelled", in_chunks(row_of(0, 784) + "\r\n"));
  seeds.write("Csv", "dialect", in_chunks("\xef\xbb\xbf\"label\";\"a\"\n\"1\";2.5e1\n"));
  seeds.write("Strokes", "labelled",
              in_chunks(R"({"label":1,"writer":"a","strokes":[[[1,2],[3,4.5]]]})"
                        "\n"));
  seeds.write("Strokes", "unlabelled",
              in_chunks(R"({"strokes":[[[0,0]],[[5,-1e2],[7,8]]]})"
                        "\n"));
  seeds.write("Json", "object",
              std::string_view(R"({"a":[1,-2.5e-3,true,null,"\u00e9\ud83d\ude00\n"],"b":{}})"));
  seeds.write("Form", "sheet", std::string_view(R"({"name":"Marks","page":"Letter","rows":30,"fields":[
    {"name":"Pupil","kind":"id","boxes":4,"check_sum":"luhn"},{"name":"Points","boxes":3,"min":0,"max":99.5},
    {"name":"Mark","kind":"decimal","boxes":3,"decimals":1},{"name":"Here","kind":"tick"},
    {"name":"Day","kind":"date","order":"year-month-day"}]})"));
  seeds.write("Form", "own", std::string_view(R"({"format":"inkling-form","version":1,"name":"S","id":"A1",
    "anchor":"frame","fields":[{"name":"a1","fixed":true,"boxes":2,"area":[0,0,0.1,0.125]}]})"));
  seeds.write("Architecture", "article",
              std::string_view("flatten | dense 128 | relu | dense 64 | relu | dense 10"));
  seeds.write("Architecture", "cnn",
              std::string_view("conv 5x5 16 valid | norm | relu | pool 2 | dropout 0.2 | dense 10"));
}

std::string idx_header(char kind, char count) {
  std::string header{'\0', '\0', '\x08', kind, '\0', '\0', '\0', count};
  if (kind == 3) header += std::string("\0\0\0\x1c\0\0\0\x1c", 8);
  return header;
}

/// A NumPy array (NEP 1) of bytes.
std::string npy(const std::string& shape, const std::string& body) {
  const std::string header = "{'descr': '|u1', 'fortran_order': False, 'shape': " + shape + ", }\n";
  return std::string("\x93NUMPY\1\0", 8) + static_cast<char>(header.size()) + '\0' + header + body;
}

void write_data(const SeedFolder& seeds) {
  const data::Dataset digits = synthetic::synthetic_digits(2, 1);
  seeds.write("Idx", "images",
              in_chunks(idx_header(3, 2) + std::string(digits.pixels.begin(), digits.pixels.end())));
  seeds.write("Idx", "labels", in_chunks(idx_header(1, 2) + std::string("\3\7")));
  seeds.write("Npy", "images",
              in_chunks(npy("(2, 28, 28)", std::string(digits.pixels.begin(), digits.pixels.end()))));
  seeds.write("Npy", "labels", in_chunks(npy("(2,)", std::string("\3\7"))));
  seeds.write("DatasetCache", "images", data::write_dataset_cache(digits));
  data::Dataset drawings = synthetic::synthetic_digits(1, 2);
  drawings.inks = {{{{0, 0}, {1, 2}}, {{3, 4}}}};
  seeds.write("DatasetCache", "drawings", data::write_dataset_cache(drawings));
}

void write_models(const SeedFolder& seeds) {
  fuzz::SmallTraining training;
  const train::Checkpointer checkpointer(training.trainer);
  for (int step = 0; step < 3; ++step) training.trainer.advance();
  seeds.write("Checkpoint", "first-epoch", checkpointer.save(training.trainer));
  while (training.trainer.running()) training.trainer.advance();
  seeds.write("Checkpoint", "finished", checkpointer.save(training.trainer));

  model::Model model{nn::build_network(fuzz::small_architecture).value(), {}, {}};
  const auto weights = training.trainer.selected_weights();
  model.weights.assign(weights.begin(), weights.end());
  seeds.write("Model", "single", model::write_model(model));
  model.precision = model::Precision::half;
  model.calibration = model::Calibration();
  if (model::round_to_half(model).ok()) seeds.write("Model", "half", model::write_model(model));
}

picture::GreyImage small_image() {
  picture::GreyImage image = picture::GreyImage::black(24, 20);
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) image.at(x, y) = x == 12 ? 20 : static_cast<std::uint8_t>(200 + y);
  }
  return image;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const SeedFolder seeds(argv[1]);
  write_texts(seeds);
  write_data(seeds);
  write_models(seeds);
  seeds.write("Image", "png", testing::png(small_image()));
  seeds.write("Image", "jpeg", testing::jpeg(small_image()));
}
