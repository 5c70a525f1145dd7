// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/cli/output/MetricsJson.h"
#include "core/data/Dataset.h"
#include "core/io/Import.h"
#include "core/nn/Network.h"

namespace inkling::cli {

/// A path that is safe to print on a terminal, without control characters.
std::string printable(const std::filesystem::path& path);

/// One line on stdout, in ASCII: everything else is escaped, and bytes that are not UTF-8 are replaced.
void print_json(const Json& json);

/// A table of the network's layers, output shapes and weight counts, on stdout.
void print_layers(const nn::Network& network);

/// What to_json() made of a calibration fit, as one line on stdout.
void print_calibration(const Json& fit);

/// Lists on stderr the cells that were fixed, and the rows and files that were skipped, if any.
void print_import_report(const std::filesystem::path& path, const io::ImportSummary& summary);

/// How images look that are not light, upright ink on dark paper, and what to do about it; none if they are.
std::vector<std::string> appearance_warnings(const data::Dataset& dataset);

/// Prints these on stderr.
void print_appearance(const std::filesystem::path& path, const data::Dataset& dataset);

}  // namespace inkling::cli
