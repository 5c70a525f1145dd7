// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inkling {

/// The names of the classes that images belong to and a model tells apart: [classes], by label. They are all
/// different, and each is_class_name().
using ClassNames = std::vector<std::string>;

/// How many classes a model may have.
inline constexpr std::size_t min_classes = 2, max_classes = 100;

/// The label of an image that shows none of the classes. It exists only in training: no file contains it, and
/// such images are neither held out nor counted in a metric.
inline constexpr std::uint8_t no_class = 254;

/// "0" to "9", the classes of digits: what data have unless their labels say otherwise.
const ClassNames& digit_names();

/// Whether these are the ten digits in order, for which Inkling has its own forms, negatives and checks.
bool are_digits(const ClassNames& classes);

/// Whether a text can name a class: 1 to 40 characters of UTF-8, none a control character, no blank at an
/// end.
bool is_class_name(std::string_view text);

/// Whether these name at most max_classes classes, all different.
bool are_class_names(const ClassNames& names);

/// The label of the class of that name; nothing if there is none.
std::optional<std::uint8_t> find_class(const ClassNames& classes, std::string_view name);

/// Sorts names in natural order: whole numbers by value, then texts by code point. Removes repeated ones.
void sort_naturally(ClassNames& names);

/// The classes of both: those that are equal as they are, others in natural order.
ClassNames joined(const ClassNames& classes, const ClassNames& more);

/// "A, B and C" for a message: the first few names, safe to print.
std::string list_names(const ClassNames& names);

/// The names as text in files: "0123456789" for the digits, as in the first version, otherwise a JSON array.
std::string serialize_classes(const ClassNames& classes);

/// The inverse of serialize_classes(); nothing for any other text, or other than 2 to 100 classes.
std::optional<ClassNames> parse_classes(std::string_view text);

}  // namespace inkling
