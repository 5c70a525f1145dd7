// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "core/cli/images/QrCode.h"
#include "core/form/FormJson.h"
#include "core/synthetic/SyntheticDigits.h"
#include "tests/core/cli/EncodedImage.h"
#include "tests/core/cli/Shell.h"
#include "tests/core/form/SimulatedPhoto.h"

using namespace inkling;
using namespace inkling::testing;

namespace {

/// A photo of a page of a form in which each box contains the last digit of its index.
std::string photo_of(const form::Form& form, int page, std::uint64_t seed) {
  const form::FormLayout layout = form::layout_of(form, page).value();
  form::PrintedSheet sheet(layout, cli::encode_qr(form::code_text(form, page)).value());
  Random random(seed);
  for (std::size_t box = 0; box < layout.boxes.size(); ++box)
    sheet.write(layout.boxes[box].area, synthetic::synthetic_digit(static_cast<int>(box % 10), random), 0.8,
                0, 0, 0.5, 60);
  return jpeg(form::photograph(sheet.image(), {}, random));
}

form::Form form_in(const Shell& shell, const std::string& name) {
  return form::parse_form(shell.read(name)).value();
}

std::size_t lines_of(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

}  // namespace

TEST_CASE("a form can be created, and photos of its pages read into a table") {
  const Shell shell;
  const Outcome made = shell.inkling(
      "form new --columns '=Points:digits:2, Here:digits:1' --rows 30 --name Marks --out marks.svg");
  CHECK(made.exit_code == 0);
  CHECK(made.output == "marks.svg\nmarks-2.svg\nmarks.json\n");
  CHECK(shell.read("marks.svg").starts_with("<svg"));
  const form::Form form = form_in(shell, "marks.json");
  shell.write("1.jpg", photo_of(form, 1, 1));
  shell.write("2.jpg", photo_of(form, 2, 2));

  const Outcome read = shell.inkling("form read marks.json 1.jpg 2.jpg --out table.csv");
  CHECK(read.exit_code == 0);
  CHECK(read.output.starts_with("2 pages, 60 cells, "));
  const std::string table = shell.read("table.csv");
  CHECK(table.starts_with("picture,page,row,field,text,confidence,review,reason\r\n1.jpg,1,1,'=Points,01,"));
  CHECK(table.find("\r\n2.jpg,2,30,Here,") != std::string::npos);
  CHECK(lines_of(table) == 61);

  const nlohmann::json json = shell.inkling_json("form read marks.json 2.jpg");
  CHECK(json["form"] == form.id);
  CHECK(json["cells"].back()["row"] == 30);
  CHECK(json["cells"][0]["corners"].size() == 4);
}

TEST_CASE("the names of rows are in the table") {
  const Shell shell;
  shell.write("spec.json",
              R"({"name": "Marks", "rows": 2, "row_names": ["Ada"], "fields": [{"name": "P", "boxes": 2}]})");
  CHECK(shell.inkling("form new spec.json --out marks.svg").exit_code == 0);
  CHECK(shell.read("marks.svg").find(">Ada</text>") != std::string::npos);
  shell.write("1.jpg", photo_of(form_in(shell, "marks.json"), 1, 1));
  const Outcome read = shell.inkling("form read marks.json 1.jpg --out table.csv");
  CHECK(read.exit_code == 0);
  const std::string table = shell.read("table.csv");
  CHECK(table.starts_with("picture,page,row,name,field,text,confidence,review,reason\r\n1.jpg,1,1,Ada,P,"));
  CHECK(table.find("\r\n1.jpg,1,2,,P,") != std::string::npos);
  const nlohmann::json json = shell.inkling_json("form read marks.json 1.jpg");
  CHECK(json["cells"][0]["name"] == "Ada");
}

TEST_CASE("a page read twice is a warning; another form's page, and a picture without a page, are errors") {
  const Shell shell;
  CHECK(shell.inkling("form new --columns 'Points:digits:1' --rows 5 --out a.svg").exit_code == 0);
  CHECK(shell.inkling("form new --columns 'Points:digits:1' --rows 6 --out b.svg").exit_code == 0);
  shell.write("a1.jpg", photo_of(form_in(shell, "a.json"), 1, 1));
  shell.write("a2.jpg", photo_of(form_in(shell, "a.json"), 1, 2));
  shell.write("b.jpg", photo_of(form_in(shell, "b.json"), 1, 3));
  shell.write("grey.png", png({300, 200, std::vector<std::uint8_t>(60000, 128)}));
  const Outcome twice = shell.inkling("form read a.json a1.jpg a2.jpg --out a.csv");
  CHECK(twice.exit_code == 0);
  CHECK(twice.output.find("a2.jpg: page 1 was already in a1.jpg. Both were read.") != std::string::npos);
  const Outcome mixed = shell.inkling("form read a.json b.jpg grey.png a1.jpg --out a.csv");
  CHECK(mixed.exit_code == 65);
  CHECK(mixed.output.find("b.jpg: this is a sheet of the form") != std::string::npos);
  CHECK(mixed.output.find("grey.png: no sheet with four corner marks found") != std::string::npos);
  CHECK(lines_of(shell.read("a.csv")) == 6);
}

TEST_CASE("invalid forms and missing files are errors") {
  const Shell shell;
  CHECK(shell.inkling("form new --out a.svg").exit_code == 2);
  CHECK(shell.inkling("form new --columns 'A:words' --out a.svg").exit_code == 65);
  CHECK(shell.inkling("form new missing.json --out a.svg").exit_code == 74);
  CHECK(shell.inkling("form new --columns 'A:digits:20, B:digits:20' --out a.svg")
            .output.find("Use fewer boxes") != std::string::npos);
  shell.write("x.json", "{}");
  CHECK(shell.inkling("form read x.json y.png").output.starts_with("inkling: x.json: "));
}

TEST_CASE("a picture of a blank sheet and its boxes become a custom form") {
  const Shell shell;
  shell.write("blank.png", png({300, 200, std::vector<std::uint8_t>(60000, 250)}));
  shell.write("boxes.json",
              R"({"name": "Meter", "fields": [{"name": "kWh", "boxes": 5, "area": [0.1, 0.2, 0.6, 0.4]}]})");
  CHECK(shell.inkling("form new --blank blank.png --boxes boxes.json --out meter.json").exit_code == 0);
  CHECK(form_in(shell, "meter.json").anchor == form::Anchor::picture);
}
