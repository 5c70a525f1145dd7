// SPDX-License-Identifier: MIT
// try_forms MODEL PHOTOS STROKES...: fills sheets with people's strokes, photographs them with a simulated
// camera and reads them. Prints how many of the accepted cells are right, and how many are left to a person.
// See scripts/try-forms.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "core/cli/ExitCode.h"
#include "core/cli/files/DataFile.h"
#include "core/cli/files/File.h"
#include "core/cli/images/ImageDecoder.h"
#include "core/cli/images/QrCode.h"
#include "core/form/FormJson.h"
#include "core/form/ReadForm.h"
#include "tests/core/cli/EncodedImage.h"
#include "tests/core/form/SimulatedPhoto.h"

using namespace inkling;
using namespace inkling::form;

namespace {

struct Drawings {
  std::vector<const ink::Ink*> of[digit_count];
};

using Writers = std::map<std::string, Drawings>;

/// A writer who has drawn all digits.
const Drawings& random_writer(const Writers& writers, Random& random) {
  for (;;) {
    auto writer = writers.begin();
    std::advance(writer, static_cast<std::ptrdiff_t>(random.below(writers.size())));
    if (std::ranges::none_of(writer->second.of, [](const auto& drawings) { return drawings.empty(); }))
      return writer->second;
  }
}

/// A writer's drawings in random order. None is taken twice before all of its digit were: a page with copies
/// would be easier to read than people's writing.
class DrawingDeck {
 public:
  DrawingDeck(const Drawings& writer, Random& random) : random_(random) {
    for (std::size_t digit = 0; digit < decks_.size(); ++digit) decks_[digit].drawings = writer.of[digit];
  }

  const ink::Ink& take(int digit) {
    auto& [drawings, taken] = decks_[static_cast<std::size_t>(digit)];
    const std::size_t place = taken % drawings.size();
    if (place + 1 < drawings.size())
      std::swap(drawings[place], drawings[place + random_.below(drawings.size() - place)]);
    ++taken;
    return *drawings[place];
  }

 private:
  struct Deck {
    std::vector<const ink::Ink*> drawings;
    std::size_t taken = 0;
  };
  std::array<Deck, digit_count> decks_;
  Random& random_;
};

struct Counts {
  int pages = 0, unread = 0, cells = 0, reviewed = 0, wrong = 0, wrong_before = 0;
  double seconds = 0;
};

/// Ten rows of five fields: 50 cells, a tenth of them empty.
Form sheet_form() {
  Form form{.name = "Marks", .rows = 10};
  form.fields =
      parse_columns("Pupil:id:4, Points:digits:3, Mark:decimal:2.1, Day:date, Present:tick").value();
  form.id = default_id(form);
  return form;
}

std::string random_date(Random& random) {
  const auto two = [](std::size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return two(1 + random.below(28)) + two(1 + random.below(12)) + std::to_string(1950 + random.below(80));
}

/// What is written into a field's boxes.
std::string random_content(const FormField& field, Random& random) {
  if (random.below(10) == 0) return std::string(static_cast<std::size_t>(field.boxes), ' ');
  if (field.kind == FieldKind::tick) return random.below(2) == 0 ? "x" : " ";
  if (field.kind == FieldKind::date) return random_date(random);
  std::string text;
  for (int box = 0; box < field.boxes; ++box) text += static_cast<char>('0' + random.below(10));
  if (field.kind == FieldKind::digits && random.below(2) == 0) text[0] = ' ';
  return text;
}

const ink::Ink tick{{{0, 60}, {35, 100}, {90, 0}}};

void write_box(PrintedSheet& sheet, const Area& box, char content, DrawingDeck& writer, double pen,
               std::uint8_t grey, Random& random) {
  if (content == ' ') return;
  const ink::Ink& ink = content == 'x' ? tick : writer.take(content - '0');
  sheet.write(box, ink, random.uniform(0.55f, 0.9f), random.uniform(-0.1f, 0.1f), random.uniform(-0.1f, 0.1f),
              pen, grey);
}

/// Saves a photo, and the form to read it with, in the folder that SAVE names, if it names one.
void save(const Form& form, const std::string& photo, std::uint64_t index) {
  const char* folder = std::getenv("SAVE");
  if (folder == nullptr) return;
  const std::filesystem::path path(folder);
  std::ofstream(path / "form.json") << form_json(form);
  std::ofstream(path / (std::to_string(index) + ".jpg"), std::ios::binary) << photo;
}

/// One photo: filled, taken, compressed and read.
void try_photo(const recognize::Recognizer& recognizer, const Writers& writers, std::uint64_t index,
               Counts& counts) {
  Random random(2, Purpose::pictures, index);
  const Form form = sheet_form();
  const FormLayout layout = layout_of(form).value();
  PrintedSheet sheet(layout, cli::encode_qr(code_text(form, 1)).value());
  DrawingDeck writer(random_writer(writers, random), random);
  const double pen = random.uniform(0.3f, 0.7f);
  const auto grey = static_cast<std::uint8_t>(random.uniform(30, 120));
  std::vector<std::string> truth;
  for (std::size_t box = 0; box < layout.boxes.size();) {
    const FormField& field = form.fields[layout.boxes[box].field];
    const std::string content = random_content(field, random);
    truth.push_back(field.kind == FieldKind::tick ? std::string(content == "x" ? "x" : "")
                                                  : value_of(field, content).text);
    for (const char character : content)
      write_box(sheet, layout.boxes[box++].area, character, writer, pen, grey, random);
  }
  const std::string file = testing::jpeg(photograph(sheet.image(), random_camera(random), random));
  save(form, file, index);
  const auto started = std::chrono::steady_clock::now();
  const auto picture = cli::decode_image({reinterpret_cast<const std::uint8_t*>(file.data()), file.size()});
  const auto page = read_form(recognizer, picture.value(), form, cli::decode_qr);
  counts.seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
  ++counts.pages;
  if (!page) {
    ++counts.unread;
    std::printf("photo %d: %s\n", static_cast<int>(index), page.error().message.c_str());
    return;
  }
  for (std::size_t cell = 0; cell < truth.size(); ++cell) {
    const FormCell& read = page.value().cells[cell];
    const bool right = read.text == truth[cell];
    ++counts.cells;
    counts.reviewed += read.needs_review();
    counts.wrong_before += !right;
    counts.wrong += !read.needs_review() && !right;
    if (std::getenv("VERBOSE") != nullptr && (!right || read.needs_review()))
      std::printf("photo %d, row %d, %s: \"%s\" read as \"%s\", %.4f, %s\n", static_cast<int>(index),
                  read.row + 1, form.fields[read.field].name.c_str(), truth[cell].c_str(), read.text.c_str(),
                  read.confidence, name_of(review_reasons, read.reason).c_str());
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  auto model = cli::load_model(argv[1]);
  if (!model) return cli::report_status(model.error());
  const recognize::Recognizer recognizer(std::move(model).value());
  for (int argument = 3; argument < argc; ++argument) {
    const auto data = cli::load_data(argv[argument]);
    if (!data) return cli::report_status(data.error());
    Writers writers;
    for (std::size_t image = 0; image < data.value().dataset.size(); ++image)
      writers[data.value().writers[image]].of[data.value().dataset.labels[image]].push_back(
          &data.value().dataset.inks[image]);
    Counts counts;
    for (int photo = 0; photo < std::atoi(argv[2]); ++photo)
      try_photo(recognizer, writers, static_cast<std::uint64_t>(photo), counts);
    const int accepted = counts.cells - counts.reviewed;
    std::printf(
        "%s: %d photos, %d not read; of %d cells %.2f%% to review; of %d accepted %.2f%% right (all: "
        "%.2f%%); %.2f s a photo\n",
        argv[argument], counts.pages, counts.unread, counts.cells,
        100.0 * counts.reviewed / std::max(1, counts.cells), accepted,
        100.0 - 100.0 * counts.wrong / std::max(1, accepted),
        100.0 - 100.0 * counts.wrong_before / std::max(1, counts.cells),
        counts.seconds / std::max(1, counts.pages));
  }
  return 0;
}
