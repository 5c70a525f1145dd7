#include "core/data/Append.h"

#include <cassert>
#include <iterator>
#include <utility>

#include "core/base/Text.h"

namespace inkling {

namespace {

template <class Value>
void add_behind(std::vector<Value>& all, std::vector<Value> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// What only some images have: the others have nothing of it, in its place.
template <class Value>
void add_some_behind(std::vector<Value>& all, std::size_t size, std::vector<Value> more,
                     std::size_t more_size) {
  if (all.empty() && more.empty()) return;
  all.resize(size);
  add_behind(all, std::move(more));
  all.resize(size + more_size);
}

std::string both(const std::string& all, const std::string& more) {
  const bool known = all == more || all.find(more) != std::string::npos;
  return known ? all : all + " and " + more;
}

void append(ImportSummary& all, ImportSummary more) {
  all.format = both(all.format, more.format);
  if (all.details != more.details) all.details = "of several forms";
  all.files += more.files;
  all.rows += more.rows;
  if (all.columns != more.columns) all.columns = 0;
  if (all.label_column != more.label_column) all.label_column.reset();
  append(all.damage, std::move(more.damage));
}

}  // namespace

Status check_append(const Import& all, const Import& more) {
  if (all.dataset.labelled() != more.dataset.labelled()) {
    return Error{all.dataset.labelled()
                     ? "These images have no labels, but those before have: what is learned from needs them."
                     : "These images have labels, but those before have none."};
  }
  const std::size_t images = all.dataset.size() + more.dataset.size();
  if (images <= maximum_images) return success();
  return Error{"Together these are " + counted(images, "image") + "; Inkling reads up to " +
               grouped(maximum_images) + "."};
}

void append(Import& all, Import more) {
  assert(check_append(all, more).ok());
  const std::size_t size = all.dataset.size(), more_size = more.dataset.size();
  add_behind(all.dataset.pixels, std::move(more.dataset.pixels));
  add_behind(all.dataset.labels, std::move(more.dataset.labels));
  add_some_behind(all.dataset.inks, size, std::move(more.dataset.inks), more_size);
  add_some_behind(all.writers, size, std::move(more.writers), more_size);
  append(all.summary, std::move(more.summary));
}

}  // namespace inkling
