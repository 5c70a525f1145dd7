// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "core/base/Random.h"
#include "core/base/Result.h"
#include "core/data/Dataset.h"
#include "core/io/Import.h"

namespace inkling::testing {

enum class LabelPlace { first, last, none };
enum class Header { names, numbers, none };

/// How to write a table of images, with the variations that real files have.
struct CsvStyle {
  LabelPlace label = LabelPlace::first;
  Header header = Header::names;
  std::string delimiter = ",";
  std::string line_end = "\n";
  std::string label_name = "label";
  bool last_line_end = true;
  bool byte_order_mark = false;
  bool quotes = false;
  bool blanks = false;
  bool index = false;
  bool exponents = false;   // 7.000000000000000000e+00
  bool unit_scale = false;  // 0.027450980392156862
};

/// Images with ink away from the border, like digits, and labels in turn.
data::Dataset random_images(std::size_t images, Random& random);

/// Any of the styles.
CsvStyle random_style(Random& random);

std::string to_csv(const data::Dataset& dataset, const CsvStyle& style);

/// A row of 785 values, the label and zeros, without a line break.
std::string blank_row(std::string_view label);

/// `count` numbers in ascending order, without a line break: a header, since no image looks like it.
std::string counting_row(int first, int count);

/// The rows, each with a line break.
std::string csv_lines(std::initializer_list<std::string> rows);

data::Dataset unlabelled(data::Dataset dataset);

Result<io::Import> read_csv(std::string_view text);

/// Reads the text in chunks of random lengths up to `longest` characters.
Result<io::Import> read_csv_in_chunks(std::string_view text, std::size_t longest, Random& random);

}  // namespace inkling::testing
