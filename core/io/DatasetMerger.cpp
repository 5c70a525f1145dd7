#include "core/io/DatasetMerger.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

#include "core/base/Text.h"
#include "core/io/AppendImport.h"

namespace inkling::io {

namespace {

bool labels_alone(const FileContent& part) {
  return part.import.dataset.pixels.empty() && part.import.dataset.labelled();
}

bool wants_labels(const FileContent& part) {
  return part.import.summary.format == "IDX" && !part.import.dataset.labelled();
}

void replace_all(std::string& text, std::string_view part, std::string_view by) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + by.size()))
    text.replace(at, part.size(), by);
}

/// The same for the images and the labels of MNIST, as they are named here and there.
std::string stem(std::string name) {
  std::ranges::transform(name, name.begin(), [](unsigned char letter) { return std::tolower(letter); });
  if (name.ends_with(".gz")) name.resize(name.size() - 3);
  replace_all(name, "labels", "images");
  replace_all(name, "idx1", "idx3");
  return name;
}

class DatasetMerger {
 public:
  explicit DatasetMerger(std::vector<FileContent> parts) : parts_(std::move(parts)) {}

  Result<MergedDataset> finish() {
    if (Status status = pair_all(&DatasetMerger::same_name); !status) return status.error();
    if (Status status = pair_all(&DatasetMerger::same_number); !status) return status.error();
    if (Status status = refuse_single_labels(); !status) return status.error();
    if (Status status = refuse_unlabelled(); !status) return status.error();
    return append_all();
  }

 private:
  using Matches = bool (*)(const FileContent& images, const FileContent& labels);

  static bool same_name(const FileContent& images, const FileContent& labels) {
    return stem(images.name) == stem(labels.name);
  }

  static bool same_number(const FileContent& images, const FileContent& labels) {
    return images.import.dataset.size() == labels.import.dataset.labels.size();
  }

  Status pair_all(Matches matches) {
    for (std::size_t index = 0; index < parts_.size();) {
      if (!labels_alone(parts_[index])) {
        ++index;
        continue;
      }
      const Result<bool> paired = pair(parts_[index], matches);
      if (!paired) return paired.error();
      if (paired.value())
        parts_.erase(parts_.begin() + static_cast<std::ptrdiff_t>(index));
      else
        ++index;
    }
    return success();
  }

  /// False where there are no images for these labels, or more than one file of them.
  Result<bool> pair(FileContent& labels, Matches matches) {
    FileContent* found = nullptr;
    for (FileContent& part : parts_) {
      if (!wants_labels(part) || !matches(part, labels)) continue;
      if (found) return false;
      found = &part;
    }
    if (!found) return false;
    if (!same_number(*found, labels)) {
      return Error{found->name + " has " + pluralize(found->import.dataset.size(), "image") + ", but " +
                   labels.name + " " + pluralize(labels.import.dataset.labels.size(), "label") +
                   ": they do not belong together."};
    }
    found->import.dataset.labels = std::move(labels.import.dataset.labels);
    found->import.summary.details = "images with their labels";
    found->import.summary.files += labels.import.summary.files;
    return true;
  }

  /// Leaves a part out that may be, and refuses any other.
  Status drop(const FileContent& part, const std::string& reason) {
    if (!part.optional) return Error{part.name + " " + reason};
    left_out_.push_back({part.name, "It " + reason});
    return success();
  }

  Status drop_all(bool (*unwanted)(const FileContent&), std::string (*reason)(const FileContent&)) {
    for (const FileContent& part : parts_) {
      if (!unwanted(part)) continue;
      if (Status status = drop(part, reason(part)); !status) return status;
    }
    std::erase_if(parts_, unwanted);
    return success();
  }

  Status refuse_single_labels() {
    return drop_all(labels_alone, [](const FileContent& part) {
      const std::size_t labels = part.import.dataset.labels.size();
      return "holds " + pluralize(labels, "label") +
             ", and no file of as many IDX images is theirs alone: "
             "choose the images and the labels together.";
    });
  }

  Status refuse_unlabelled() {
    const bool some =
        std::ranges::any_of(parts_, [](const FileContent& part) { return part.import.dataset.labelled(); });
    if (!some) return success();
    return drop_all([](const FileContent& part) { return !part.import.dataset.labelled(); },
                    [](const FileContent&) -> std::string {
                      return "has no labels, but others have: choose only files with labels, and for IDX "
                             "images the labels too.";
                    });
  }

  Result<MergedDataset> append_all() {
    if (parts_.empty()) return nothing();
    MergedDataset gathered;
    gathered.left_out = std::move(left_out_);
    gathered.import = std::move(parts_.front().import);
    for (std::size_t index = 1; index < parts_.size(); ++index) {
      if (Status status = check_append(gathered.import, parts_[index].import); !status) return status.error();
      append(gathered.import, std::exchange(parts_[index].import, {}));
    }
    return gathered;
  }

  Error nothing() const {
    if (left_out_.empty()) return {"There is nothing to be read."};
    return {left_out_.front().name + ": " + left_out_.front().reason};
  }

  std::vector<FileContent> parts_;
  std::vector<SkippedFile> left_out_;
};

}  // namespace

Result<MergedDataset> gather(std::vector<FileContent> parts) {
  for (FileContent& part : parts) name_file(part.import.summary.damage, part.name);
  return DatasetMerger(std::move(parts)).finish();
}

}  // namespace inkling::io
