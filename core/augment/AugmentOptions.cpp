// SPDX-License-Identifier: MIT
#include "core/augment/AugmentOptions.h"

#include "core/base/Number.h"
#include "core/base/Text.h"

namespace inkling::augment {

namespace {

/// Calls `visit(name, option, min, max)` for the options that format_augmentation() leaves out where they are
/// 0: checkpoints that were written before these options existed hold the text without them.
template <class Options, class Visit>
void visit_options_omitted_if_zero(Options& options, const Visit& visit) {
  visit("stretch", options.strokes.stretch, 0.0f, 1.0f);
  visit("variants", options.strokes.variant_chance, 0.0f, 1.0f);
  visit("coarse", options.strokes.coarse_chance, 0.0f, 1.0f);
}

/// Calls `visit(name, option, min, max)` for every other option. These two are the one list for formatting,
/// parsing and ranges.
template <class Options, class Visit>
void visit_options_always_written(Options& options, const Visit& visit) {
  visit("rotation", options.rotation_degrees, 0.0f, 180.0f);
  visit("scale", options.scale, 0.0f, 0.9f);
  visit("aspect", options.aspect, 0.0f, 0.9f);
  visit("shear", options.shear, 0.0f, 2.0f);
  visit("shift", options.shift_pixels, 0.0f, 28.0f);
  visit("stroke", options.stroke_width_pixels, 0.0f, 2.0f);
  visit("stroke chance", options.stroke_width_chance, 0.0f, 1.0f);
  visit("elastic", options.elastic_pixels, 0.0f, 14.0f);
  visit("blur", options.blur_pixels, 0.0f, 0.7f);
  visit("noise", options.noise, 0.0f, 0.5f);
  visit("narrowest pen", options.strokes.min_pen_share, 0.05f, 0.5f);
  visit("widest pen", options.strokes.max_pen_share, 0.05f, 0.5f);
  visit("slant", options.strokes.slant, 0.0f, 2.0f);
  visit("tremor", options.strokes.tremor, 0.0f, 0.2f);
}

template <class Options, class Visit>
void visit_options(Options& options, const Visit& visit) {
  visit_options_always_written(options, visit);
  visit_options_omitted_if_zero(options, visit);
}

Error usage_error(std::string message) {
  return Error{std::move(message), Error::Kind::usage};
}

Error unknown_option(std::string_view name) {
  std::string names;
  const AugmentOptions options;
  visit_options(options, [&](const char* known, float, float, float) {
    names += (names.empty() ? "" : ", ") + std::string(known);
  });
  return usage_error("Unknown augmentation " + quoted(name) + ". Known: " + names + ".");
}

/// Sets the option that an entry such as "elastic 2" names.
Status set_option(AugmentOptions& options, std::string_view entry) {
  const std::size_t space = entry.rfind(' ');
  const std::string_view name = trim(entry.substr(0, space), " ");
  const auto value = parse_number(space == std::string_view::npos ? "" : entry.substr(space + 1));
  Status status = unknown_option(name);
  visit_options(options, [&](const char* known, float& option, float min, float max) {
    if (name != known) return;
    if (!value || static_cast<float>(*value) < min || static_cast<float>(*value) > max) {
      status = usage_error("Augmentation " + std::string(name) + " must be between " + to_shortest(min) +
                           " and " + to_shortest(max) + ".");
      return;
    }
    option = static_cast<float>(*value);
    status = success();
  });
  return status;
}

}  // namespace

std::string format_augmentation(const AugmentOptions& options) {
  std::string text;
  const auto add = [&](const char* name, float value, float, float) {
    text += (text.empty() ? "" : ", ") + std::string(name) + ' ' + to_shortest(value);
  };
  visit_options_always_written(options, add);
  visit_options_omitted_if_zero(options, [&](const char* name, float value, float min, float max) {
    if (value != 0) add(name, value, min, max);
  });
  return text;
}

Result<AugmentOptions> parse_augmentation(std::string_view text, AugmentOptions defaults) {
  AugmentOptions options = defaults;
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    if (const Status set = set_option(options, trim(text.substr(0, comma), " ")); !set) return set.error();
    text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
  }
  return options;
}

std::vector<AugmentRange> augmentation_ranges() {
  std::vector<AugmentRange> ranges;
  const AugmentOptions options;
  visit_options(options,
                [&](const char* name, float, float min, float max) { ranges.push_back({name, min, max}); });
  return ranges;
}

}  // namespace inkling::augment
