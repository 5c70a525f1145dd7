// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace inkling {

/// A value of an enum with its name in commands, the page and checkpoints.
template <class Enum>
struct EnumName {
  std::string_view name;
  Enum value;
};

/// The name of a value. Every value has one.
template <class Enum, std::size_t count>
std::string name_of(const std::array<EnumName<Enum>, count>& names, Enum value) {
  for (const auto& entry : names) {
    if (entry.value == value) return std::string(entry.name);
  }
  return "";
}

/// The value of that name; nullopt for an unknown name.
template <class Enum, std::size_t count>
std::optional<Enum> find_by_name(const std::array<EnumName<Enum>, count>& names, std::string_view name) {
  for (const auto& entry : names) {
    if (entry.name == name) return entry.value;
  }
  return std::nullopt;
}

}  // namespace inkling
