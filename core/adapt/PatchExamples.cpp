#include "core/adapt/PatchExamples.h"

namespace inkling::adapt {

namespace {

/// Turned, moved and stretched less than in a training, where a form that is odd already would become another
/// digit's.
constexpr augment::AugmentOptions changes = {
    .rotation_degrees = 4.5f,
    .scale = 0.045f,
    .aspect = 0.02f,
    .shear = 0.1f,
    .shift_pixels = 0.9f,
    .stroke_width_pixels = 0.4f,
    .strokes = {.min_pen_share = 0.094f, .max_pen_share = 0.13f, .slant = 0.06f}};

data::Subset evenly(const data::Dataset& corrections, std::size_t count) {
  data::Subset subset{&corrections, {}};
  const std::uint64_t all = corrections.size();
  for (std::size_t place = 0; place < count; ++place)
    subset.indices.push_back(static_cast<std::uint32_t>(place * all / count));
  return subset;
}

}  // namespace

PatchExamples::PatchExamples(const ReplaySet& replay, const data::Dataset& corrections, const Counts& counts,
                             std::uint64_t seed)
    : rehearsal_(&replay),
      corrections_(&corrections),
      counts_(counts),
      to_change_(evenly(corrections, counts.changed)),
      changed_(to_change_, {static_cast<int>(counts.changed), seed, changes}) {}

PatchExamples::Kind PatchExamples::kind(std::size_t place) const {
  if (place < rehearsal_->size()) return Kind::rehearsed;
  return place < rehearsal_->size() + counts_.as_they_are ? Kind::as_it_is : Kind::changed;
}

std::uint8_t PatchExamples::load(std::size_t place, std::span<float, image_pixels> floats) const {
  const std::size_t correction = place - rehearsal_->size();
  switch (kind(place)) {
    case Kind::rehearsed:
      to_floats(rehearsal_->image(place), floats);
      return rehearsal_->label(place);
    case Kind::as_it_is:
      to_floats(corrections_->image(correction), floats);
      return corrections_->labels[correction];
    case Kind::changed:
      return changed_.load(0, static_cast<int>(correction - counts_.as_they_are), floats);
  }
  return no_digit;
}

}  // namespace inkling::adapt
