#pragma once

#include <map>
#include <string>

#include "core/train/TrainingState.h"

namespace inkling::train {

/// Adds the numbers of a state, each under its name, exactly: whole ones as digits, others as their bits in
/// hexadecimal. What follows from the position (state, images seen, the optimiser's steps) is left out.
void write_numbers(const TrainingState& state, std::map<std::string, std::string>& entries);

/// Reads what write_numbers() wrote; returns the first name that is missing or malformed, or nothing.
std::string read_numbers(const std::map<std::string, std::string>& entries, TrainingState& state);

}  // namespace inkling::train
