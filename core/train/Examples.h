#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/data/Batches.h"
#include "core/data/Dataset.h"
#include "core/train/Rehearsal.h"

namespace inkling {

/// What exceptions are found from, by place: first a rehearsal's images, then corrections as they are, then
/// corrections drawn and changed anew, each as often as the others.
class Examples {
 public:
  enum class Kind { rehearsed, as_it_is, changed };

  /// How many corrections there are to be of each kind.
  struct Counts {
    std::size_t as_they_are = 0, changed = 0;
  };

  /// Rehearsal and corrections outlive this.
  Examples(const Rehearsal& rehearsal, const Dataset& corrections, const Counts& counts, std::uint64_t seed);
  Examples(const Examples&) = delete;
  Examples& operator=(const Examples&) = delete;

  std::size_t size() const { return rehearsal_->size() + counts_.as_they_are + counts_.changed; }
  Kind kind(std::size_t place) const;

  /// Puts the image where it is read from, once it is drawn, and returns its label; on any thread.
  std::uint8_t load(std::size_t place, std::span<float, image_pixels> floats) const;

 private:
  const Rehearsal* rehearsal_;
  const Dataset* corrections_;
  Counts counts_;
  Subset to_change_;
  Batches changed_;
};

}  // namespace inkling
