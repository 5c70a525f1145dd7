#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/adapt/ReplaySet.h"
#include "core/data/Batches.h"
#include "core/data/Dataset.h"

namespace inkling::adapt {

/// What exceptions are found from, by place: first a rehearsal's images, then corrections as they are, then
/// corrections drawn and changed anew, each as often as the others.
class PatchExamples {
 public:
  enum class Kind { rehearsed, as_it_is, changed };

  /// How many corrections there are to be of each kind.
  struct Counts {
    std::size_t as_they_are = 0, changed = 0;
  };

  /// Rehearsal and corrections outlive this.
  PatchExamples(const ReplaySet& replay, const data::Dataset& corrections, const Counts& counts,
                std::uint64_t seed);
  PatchExamples(const PatchExamples&) = delete;
  PatchExamples& operator=(const PatchExamples&) = delete;

  std::size_t size() const { return rehearsal_->size() + counts_.as_they_are + counts_.changed; }
  Kind kind(std::size_t place) const;

  /// Puts the image where it is read from, once it is drawn, and returns its label; on any thread.
  std::uint8_t load(std::size_t place, std::span<float, image_pixels> floats) const;

 private:
  const ReplaySet* rehearsal_;
  const data::Dataset* corrections_;
  Counts counts_;
  data::Subset to_change_;
  data::Batches changed_;
};

}  // namespace inkling::adapt
