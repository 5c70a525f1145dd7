#include "core/io/DatasetMerger.h"

#include <doctest/doctest.h>

#include "core/io/AppendImport.h"
#include "core/io/DataReader.h"
#include "core/io/ImageFolder.h"
#include "tests/core/io/Idx.h"

using namespace inkling;
using namespace inkling::io;
using namespace inkling::testing;

namespace {

Import images(std::size_t count, const std::string& format = "IDX") {
  Import import;
  import.dataset.pixels.assign(count * image_pixels, static_cast<std::uint8_t>(count));
  import.summary.format = format;
  import.summary.rows = count;
  import.summary.columns = image_pixels;
  import.summary.details = "images without labels";
  return import;
}

Import labels(std::size_t count, std::uint8_t label = 7) {
  Import import;
  import.dataset.labels.assign(count, label);
  import.summary.format = "IDX";
  return import;
}

Import labelled(std::size_t count, std::uint8_t label) {
  Import import = images(count, "CSV");
  import.dataset.labels.assign(count, label);
  import.summary.details = "label first";
  return import;
}

constexpr bool optional = true, chosen = false;

std::string refusal(std::vector<FileContent> parts) {
  const auto gathered = gather(std::move(parts));
  REQUIRE_FALSE(gathered.ok());
  return gathered.error().message;
}

}  // namespace

TEST_CASE("labels find their images by the name, in whatever order and folder") {
  const auto gathered = gather({{"mnist/train-labels-idx1-ubyte.gz", chosen, labels(3, 1)},
                                {"mnist/t10k-images.idx3-ubyte", chosen, images(3)},
                                {"mnist/train-images-idx3-ubyte", chosen, images(3)},
                                {"mnist/T10K-labels.idx1-ubyte", chosen, labels(3, 2)}});
  REQUIRE_MESSAGE(gathered.ok(), gathered.error().message);
  CHECK(gathered.value().import.dataset.labels == std::vector<std::uint8_t>{2, 2, 2, 1, 1, 1});
  CHECK(gathered.value().import.summary.details == "images with their labels");
  CHECK(gathered.value().import.summary.files == 4);
}

TEST_CASE("labels under another name find the only images that are as many") {
  const auto gathered = gather({{"a", chosen, images(3)},
                                {"b", chosen, images(4)},
                                {"c", chosen, labels(4)},
                                {"d", chosen, labels(3)}});
  REQUIRE_MESSAGE(gathered.ok(), gathered.error().message);
  CHECK(gathered.value().import.dataset.size() == 7);
  CHECK(gathered.value().import.dataset.labels.size() == 7);
}

TEST_CASE("images and labels that do not belong together are refused by their names") {
  CHECK(refusal({{"train-images-idx3", chosen, images(3)}, {"train-labels-idx1", chosen, labels(2)}}) ==
        "train-images-idx3 has 3 images, but train-labels-idx1 2 labels: they do not belong together.");
  CHECK(refusal({{"labels", chosen, labels(2)}}) ==
        "labels holds 2 labels, and no file of as many IDX images is theirs alone: choose the images and the "
        "labels together.");
  CHECK(refusal({{"a", chosen, images(2)}, {"b", chosen, images(2)}, {"c", chosen, labels(2)}})
            .starts_with("c holds"));
}

TEST_CASE("what has no labels is refused beside what has, or left out where nobody asked for it") {
  CHECK(refusal({{"train.csv", chosen, labelled(2, 1)}, {"test.csv", chosen, images(3, "CSV")}})
            .starts_with("test.csv has no labels, but others have"));
  const auto gathered = gather({{"k/test.csv", optional, images(3, "CSV")},
                                {"k/train.csv", optional, labelled(2, 1)},
                                {"k/labels", optional, labels(9)}});
  REQUIRE(gathered.ok());
  CHECK(gathered.value().import.dataset.size() == 2);
  REQUIRE(gathered.value().left_out.size() == 2);
  CHECK(gathered.value().left_out[0].name == "k/labels");
  CHECK(gathered.value().left_out[1].name == "k/test.csv");
  CHECK(gathered.value().left_out[1].reason.starts_with("It has no labels"));
}

TEST_CASE("nothing but what is left out is refused with the first reason") {
  CHECK(refusal({{"z/labels", optional, labels(2)}}).starts_with("z/labels: It holds 2 labels"));
  CHECK(refusal({}) == "There is nothing to be read.");
}

TEST_CASE("images without labels go together, as they may be read") {
  const auto gathered = gather({{"a.csv", chosen, images(2, "CSV")}, {"b.csv", chosen, images(3, "CSV")}});
  REQUIRE(gathered.ok());
  CHECK(gathered.value().import.dataset.size() == 5);
  CHECK_FALSE(gathered.value().import.dataset.labelled());
}

TEST_CASE("several files are summed up as one, and what was repaired or left out says in which") {
  Import one = labelled(2, 1), other = labelled(3, 2);
  one.summary.damage.cells_repaired = 1;
  one.summary.damage.repairs = {{3, 2, "pixel0", ""}};
  one.summary.damage.rows_refused = damage_listed;
  one.summary.damage.refused.assign(damage_listed - 1, {4, 0, {}, "values", "7", 785});
  other.dataset.inks.assign(3, ink::Ink{ink::Stroke{{1, 2}}});
  other.summary.format = "strokes";
  other.summary.columns = 0;
  other.summary.damage.rows_refused = 2;
  other.summary.damage.refused.assign(2, {5, 1, {}, "label", "x", 9});
  const auto gathered = gather({{"a.csv", chosen, one}, {"b.jsonl", chosen, other}});
  REQUIRE(gathered.ok());
  const ImportSummary& summary = gathered.value().import.summary;
  CHECK(summary.format == "CSV and strokes");
  CHECK(summary.files == 2);
  CHECK(summary.rows == 5);
  CHECK(summary.columns == 0);
  CHECK(summary.damage.cells_repaired == 1);
  CHECK(summary.damage.repairs.front().file == "a.csv");
  CHECK(summary.damage.rows_refused == damage_listed + 2);
  REQUIRE(summary.damage.refused.size() == damage_listed);
  CHECK(summary.damage.refused.front().file == "a.csv");
  CHECK(summary.damage.refused.back().file == "b.jsonl");
  const data::Dataset& all = gathered.value().import.dataset;
  CHECK(all.labels == std::vector<std::uint8_t>{1, 1, 2, 2, 2});
  REQUIRE(all.inks.size() == 5);
  CHECK_FALSE(all.drawn(1));
  CHECK(all.drawn(2));
}

TEST_CASE("images with and without labels are not appended to each other") {
  CHECK_FALSE(check_append(labelled(2, 1), images(2)).ok());
  CHECK_FALSE(check_append(images(2), labelled(2, 1)).ok());
  CHECK(check_append(labelled(2, 1), labelled(3, 2)).ok());
}

TEST_CASE("a file of labels is read where it is accepted, from any cut") {
  const std::string bytes = idx_labels(data::Dataset{{}, {3, 1, 4}, {}});
  for (const std::size_t chunk : {std::size_t{1}, bytes.size()}) {
    DataReader reader(LabelsAlone::accepted);
    for (std::size_t at = 0; at < bytes.size(); at += chunk)
      REQUIRE(reader.push(std::span(bytes).subspan(at, std::min(chunk, bytes.size() - at))).ok());
    const Result<Import> import = reader.finish();
    REQUIRE(import.ok());
    CHECK(import.value().dataset.labels == std::vector<std::uint8_t>{3, 1, 4});
    CHECK(import.value().dataset.size() == 0);
  }
}

TEST_CASE("pictures become images with the labels of their folders") {
  ImageFolder pictures;
  CHECK(pictures.empty());
  CHECK_FALSE(pictures.add(picture::GreyImage::black(28, 28), 1));
  picture::GreyImage dot = picture::GreyImage::black(28, 28);
  dot.at(14, 14) = 255;
  CHECK(pictures.add(dot, 4));
  const Import import = pictures.finish();
  CHECK(import.dataset.labels == std::vector<std::uint8_t>{4});
  CHECK(import.dataset.image(0)[14 * 28 + 14] == 255);
  CHECK(import.summary.details == "labelled by their folders, 28x28 as they are");
}
