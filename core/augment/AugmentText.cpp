#include "core/augment/AugmentText.h"

#include "core/base/Number.h"
#include "core/base/Text.h"

namespace inkling::augment {

namespace {

/// Every option with its name, least and largest value: the one list for writing and for reading.
template <class Options, class Visit>
void visit_options(Options& options, const Visit& visit) {
  visit("rotation", options.rotation_degrees, 0.0f, 180.0f);
  visit("scale", options.scale, 0.0f, 0.9f);
  visit("aspect", options.aspect, 0.0f, 0.9f);
  visit("shear", options.shear, 0.0f, 2.0f);
  visit("shift", options.shift_pixels, 0.0f, 28.0f);
  visit("stroke", options.stroke_pixels, 0.0f, 2.0f);
  visit("stroke chance", options.stroke_chance, 0.0f, 1.0f);
  visit("elastic", options.elastic_pixels, 0.0f, 14.0f);
  visit("blur", options.blur_pixels, 0.0f, 0.7f);
  visit("noise", options.noise, 0.0f, 0.5f);
  visit("narrowest pen", options.pen.narrowest_share, 0.05f, 0.5f);
  visit("widest pen", options.pen.widest_share, 0.05f, 0.5f);
  visit("slant", options.pen.slant, 0.0f, 2.0f);
  visit("tremor", options.pen.tremor, 0.0f, 0.2f);
}

/// Sets the option that "elastic 2" names.
Status change(AugmentOptions& options, std::string_view entry) {
  const auto refuse = [](std::string message) { return Error{std::move(message), Error::Kind::usage}; };
  const std::size_t space = entry.rfind(' ');
  const std::string_view name = trim(entry.substr(0, space), " ");
  const auto number = parse_number(space == std::string_view::npos ? "" : entry.substr(space + 1));
  const auto value = static_cast<float>(number.value_or(0));
  std::string names;
  Status status = refuse("");
  visit_options(options, [&](const char* known, float& option, float least, float most) {
    names += (names.empty() ? "" : ", ") + std::string(known);
    if (name != known) return;
    const bool fits = number && value >= least && value <= most;
    if (fits) option = value;
    status = fits ? success()
                  : Status(refuse("The augmentation's " + std::string(name) + " goes from " +
                                  to_shortest(least) + " to " + to_shortest(most) + "."));
  });
  if (status.ok() || !status.error().message.empty()) return status;
  return refuse("There is no augmentation \"" + std::string(name.substr(0, 40)) + "\"; there are " + names +
                ".");
}

}  // namespace

std::string to_text(const AugmentOptions& options) {
  std::string text;
  visit_options(options, [&](const char* name, float value, float, float) {
    text += (text.empty() ? "" : ", ") + std::string(name) + ' ' + to_shortest(value);
  });
  return text;
}

std::vector<AugmentRange> augmentation_ranges() {
  std::vector<AugmentRange> ranges;
  const AugmentOptions options;
  visit_options(options, [&](const char* name, float, float least, float most) {
    ranges.push_back({name, least, most});
  });
  return ranges;
}

Result<AugmentOptions> change_augmentation(AugmentOptions options, std::string_view text) {
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    if (const Status changed = change(options, trim(text.substr(0, comma), " ")); !changed)
      return changed.error();
    text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
  }
  return options;
}

}  // namespace inkling::augment
