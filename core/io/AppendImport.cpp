#include "core/io/AppendImport.h"

#include <cassert>
#include <iterator>
#include <utility>

#include "core/base/Text.h"

namespace inkling::io {

namespace {

/// Where only some images have a writer, the others get an empty name.
void append_writers(Import& all, Import& more) {
  if (all.writers.empty() && more.writers.empty()) return;
  all.writers.resize(all.dataset.size());
  more.writers.resize(more.dataset.size());
  all.writers.insert(all.writers.end(), std::make_move_iterator(more.writers.begin()),
                     std::make_move_iterator(more.writers.end()));
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
  return Error{"Together these are " + pluralize(images, "image") + "; Inkling reads up to " +
               group_thousands(maximum_images) + "."};
}

void append(Import& all, Import more) {
  assert(check_append(all, more).ok());
  append_writers(all, more);
  data::append(all.dataset, std::move(more.dataset));
  append(all.summary, std::move(more.summary));
}

}  // namespace inkling::io
