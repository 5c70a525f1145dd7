// SPDX-License-Identifier: MIT
#include "core/io/LabelTable.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/base/Number.h"
#include "core/base/Text.h"
#include "core/data/Appearance.h"
#include "core/io/LabelText.h"

namespace inkling::io {

namespace {

using Id = LabelTable::Id;
using Counts = std::vector<std::size_t>;  // [texts]

/// Far more different texts than classes; those beyond share the last id.
constexpr std::size_t max_texts = 20'000;

std::optional<std::string> whole_number(double number) {
  constexpr double limit = 1e15;
  if (!(std::abs(number) < limit) || number != std::floor(number)) return std::nullopt;
  return std::to_string(static_cast<std::int64_t>(number));
}

/// What Python puts around the text of bytes.
std::string_view without_bytes_mark(std::string_view text) {
  const bool marked = text.size() > 3 && text[0] == 'b' && text[1] == '\'' && text.back() == '\'';
  return marked ? text.substr(2, text.size() - 3) : text;
}

bool is_missing(std::string_view text) {
  constexpr std::string_view missing[] = {"", "nan", "NaN", "null", "NULL", "n/a", "N/A"};
  return std::ranges::find(missing, text) != std::end(missing);
}

/// The name of the class that a label says: its text, or a whole number however it is written (7, 7.0).
/// Nothing for a missing value and what cannot be a name.
std::optional<std::string> class_name(std::string_view text) {
  text = trim(without_bytes_mark(trim(text, blanks)), " \t\r\n\"'");
  if (is_missing(text)) return std::nullopt;
  if (const auto number = parse_number(text)) {
    const bool plain = text.find_first_not_of("-0123456789") == std::string_view::npos;
    return plain ? std::optional(std::string(text)) : whole_number(*number);
  }
  return is_class_name(text) ? std::optional(std::string(text)) : std::nullopt;
}

/// The digit that each text says, if they are digits.
class DigitLabels {
 public:
  DigitLabels(std::span<const std::string> texts, const Counts& counts) {
    for (std::size_t id = 0; id < texts.size(); ++id) {
      codes_.push_back(counts[id] > 0 ? parse_label(texts[id]) : std::nullopt);
      if (!codes_[id]) continue;
      meaning_.add(*codes_[id], counts[id]);
      meaning_.add_word(texts[id]);
    }
  }

  std::optional<std::uint8_t> digit(std::size_t id) const {
    return codes_[id] ? meaning_.digit(*codes_[id]) : std::nullopt;
  }

  bool have_ten() const { return !meaning_.describe().empty(); }

 private:
  std::vector<std::optional<std::uint8_t>> codes_;
  LabelMeaning meaning_;
};

/// Whether labels that are no digits are classes rather than a few damaged rows. A single odd row among
/// digits must not make another class of itself, nor must a class beside ten others be lost.
bool has_other_classes(std::span<const std::string> texts, const Counts& counts, const DigitLabels& digits) {
  std::size_t digit_rows = 0, other_rows = 0, most_of_one = 0;
  std::array<bool, digit_count> present{};
  for (std::size_t id = 0; id < texts.size(); ++id) {
    const auto digit = digits.digit(id);
    if (digit) {
      digit_rows += counts[id];
      present[*digit] |= counts[id] > 0;
    } else if (class_name(texts[id])) {
      other_rows += counts[id];
      most_of_one = std::max(most_of_one, counts[id]);
    }
  }
  if (other_rows >= digit_rows) return other_rows > 0;
  const auto mean = digit_rows / static_cast<std::size_t>(std::ranges::count(present, true));
  const bool few = other_rows * 10 <= digit_rows + other_rows;
  return most_of_one >= (few ? std::max<std::size_t>(3, mean / 2) : std::max<std::size_t>(2, mean / 10));
}

/// Maps the ids to labels.
std::vector<std::uint8_t> labels_of(std::span<const Id> ids, std::span<const std::uint8_t> label_of) {
  std::vector<std::uint8_t> labels;
  labels.reserve(ids.size());
  for (const Id id : ids) labels.push_back(label_of[id]);
  return labels;
}

ResolvedLabels as_digits(std::span<const Id> ids, std::size_t texts, const DigitLabels& digits) {
  std::vector<std::uint8_t> label_of;
  for (std::size_t id = 0; id < texts; ++id) label_of.push_back(digits.digit(id).value_or(no_class));
  return {digit_names(), labels_of(ids, label_of), digits.have_ten(), true};
}

Result<ResolvedLabels> as_classes(std::span<const Id> ids, std::span<const std::string> texts,
                                  const Counts& counts, std::size_t max) {
  std::vector<std::optional<std::string>> names;
  ClassNames classes;
  for (std::size_t id = 0; id < texts.size(); ++id) {
    names.push_back(counts[id] > 0 ? class_name(texts[id]) : std::nullopt);
    if (names[id]) classes.push_back(*names[id]);
  }
  sort_naturally(classes);
  if (classes.size() > max) {
    const std::string some = list_names({classes.front(), classes[classes.size() / 2], classes.back()});
    return Error{"The labels have " + group_thousands(classes.size()) + " different values, such as " + some +
                 ". Inkling tells up to " + std::to_string(max_classes) + " classes apart."}
        .with_code("tooManyLabels", {{"labels", classes.size()}, {"examples", some}, {"limit", max_classes}});
  }
  std::vector<std::uint8_t> label_of;
  for (const auto& name : names) label_of.push_back(name ? *find_class(classes, *name) : no_class);
  return ResolvedLabels{std::move(classes), labels_of(ids, label_of), false, false};
}

}  // namespace

LabelTable::LabelTable() {
  for (unsigned number = 0; number < number_ids_.size(); ++number)
    number_ids_[number] = number < digit_count ? add(std::to_string(number)) : Id{0};
}

LabelTable::Id LabelTable::add(std::string_view text) {
  if (const auto known = ids_.find(text); known != ids_.end()) return known->second;
  if (texts_.size() == max_texts) return static_cast<Id>(max_texts - 1);
  const auto id = static_cast<Id>(texts_.size());
  ids_.emplace(text, id);
  texts_.emplace_back(text);
  return id;
}

LabelTable::Id LabelTable::add(std::uint8_t number) {
  Id& id = number_ids_[number];
  if (id == 0 && number > 0) id = add(std::to_string(number));
  return id;
}

Result<ResolvedLabels> LabelTable::resolve(std::span<const Id> ids, LabelRule rule) const {
  Counts counts(texts_.size());
  for (const Id id : ids) ++counts[id];
  if (rule == LabelRule::as_written) return as_classes(ids, texts_, counts, 2 * max_classes);
  const DigitLabels digits(texts_, counts);
  if (!has_other_classes(texts_, counts, digits)) return as_digits(ids, texts_.size(), digits);
  return as_classes(ids, texts_, counts, max_classes);
}

void settle_ten(data::Dataset& dataset, FormatDetails& details) {
  const bool from_one = data::labels_count_from_one(dataset);
  details.push_back({from_one ? FormatFact::labels_from_one : FormatFact::ten_is_zero});
  if (!from_one) return;
  for (std::uint8_t& label : dataset.labels)
    label = static_cast<std::uint8_t>((label + digit_count - 1) % digit_count);
}

void add_class_count(FormatDetails& details, const ClassNames& classes) {
  if (!are_digits(classes)) details.push_back({FormatFact::classes, classes.size()});
}

}  // namespace inkling::io
