#include "core/io/ImportReport.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/base/Number.h"
#include "core/base/Text.h"
#include "core/io/CsvDialect.h"

namespace inkling::io {

namespace {

constexpr std::size_t places_told = 5;

std::string row_name(std::size_t row) {
  return "row " + std::to_string(row);
}

template <class Flaw>
std::string place(const Flaw& flaw) {
  return row_name(flaw.row) + ", " + column_name(flaw.name, flaw.column);
}

/// A number's own text, which may have any length.
std::string shortened(std::string_view number) {
  return std::string(number.substr(0, 24));
}

std::string describe_label(const RejectedRow& refused) {
  const std::string& found = refused.found;
  const std::string shown = found.empty()         ? "missing"
                            : parse_number(found) ? shortened(found)
                                                  : quoted(found);
  return place(refused) + ": the label is " + shown + "; labels are 0 to 9";
}

std::string describe_pixel(const RejectedRow& refused) {
  const std::string range = refused.bound == 1 ? "0 to 1, where the first rows lie" : "0 to 255";
  return place(refused) + ": " + shortened(refused.found) + " is outside " + range;
}

template <class Flaw, class Describe>
std::string first_places(const std::vector<Flaw>& flaws, std::size_t all, Describe describe) {
  std::string text;
  for (std::size_t index = 0; index < std::min(flaws.size(), places_told); ++index)
    text += (index > 0 ? "; " : "") + describe(flaws[index]);
  return text + (all > places_told ? "; and more." : ".");
}

template <class Flaw>
void add_first(std::vector<Flaw>& all, std::vector<Flaw> more) {
  const std::size_t count = std::min(more.size(), damage_listed - all.size());
  std::move(more.begin(), more.begin() + static_cast<std::ptrdiff_t>(count), std::back_inserter(all));
}

}  // namespace

void name_file(ImportReport& damage, const std::string& file) {
  for (CellFix& repair : damage.repairs) repair.file = file;
  for (RejectedRow& refused : damage.refused) refused.file = file;
}

void append(ImportReport& all, ImportReport more) {
  all.cells_repaired += more.cells_repaired;
  all.rows_refused += more.rows_refused;
  add_first(all.repairs, std::move(more.repairs));
  add_first(all.refused, std::move(more.refused));
}

std::string describe(const RejectedRow& refused) {
  if (refused.fault == "label") return describe_label(refused);
  if (refused.fault == "pixel") return describe_pixel(refused);
  return row_name(refused.row) + ": " + refused.found + (refused.found == "1" ? " value" : " values") +
         ", expected " + std::to_string(refused.bound);
}

std::string describe_repairs(const ImportReport& damage) {
  if (damage.cells_repaired == 0) return {};
  return pluralize(damage.cells_repaired, "cell") + " missing or not a number, read as 0: " +
         first_places(damage.repairs, damage.cells_repaired, place<CellFix>);
}

std::string describe_refused(const ImportReport& damage, std::size_t used) {
  if (damage.rows_refused == 0) return {};
  const auto described = [](const RejectedRow& refused) { return describe(refused); };
  return group_thousands(used) + " of " + pluralize(used + damage.rows_refused, "row") + " used, " +
         group_thousands(damage.rows_refused) +
         " left out: " + first_places(damage.refused, damage.rows_refused, described);
}

}  // namespace inkling::io
