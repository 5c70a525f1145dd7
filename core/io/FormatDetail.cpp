// SPDX-License-Identifier: MIT
#include "core/io/FormatDetail.h"

#include <algorithm>
#include <iterator>

#include "core/base/Text.h"

namespace inkling::io {

namespace {

const FormatFactName& entry_of(FormatFact fact) {
  return *std::ranges::find(format_facts, fact, &FormatFactName::fact);
}

std::string describe(const FormatDetail& detail) {
  const auto& [name, fact, phrase, noun] = entry_of(detail.fact);
  const std::size_t place = phrase.find('@');
  if (place == std::string_view::npos) return std::string(phrase);
  const std::string number = noun.empty() ? group_thousands(detail.number) : pluralize(detail.number, noun);
  return std::string(phrase.substr(0, place)) + (detail.text.empty() ? number : detail.text) +
         std::string(phrase.substr(place + 1));
}

}  // namespace

std::string_view name_of(FormatFact fact) {
  return entry_of(fact).name;
}

std::string describe(std::span<const FormatDetail> details) {
  std::string text;
  for (const FormatDetail& detail : details) text += (text.empty() ? "" : ", ") + describe(detail);
  return text;
}

}  // namespace inkling::io
