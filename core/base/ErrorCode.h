// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace inkling {

/// Names what is wrong, for front ends that say it in other languages. The page has a sentence for each: see
/// web/src/protocol/engineErrors.ts.
inline constexpr std::string_view error_codes[] = {
    "emptyFile",        "noRows",           "noFiles",          "cutShort",        "itemsMissing",
    "extraBytes",       "notNumbers",       "dimensions",       "imageSize",       "tooManyImages",
    "tooManyTogether",  "bytesPerPixel",    "labelAt",          "pixelAt",         "fortranOrder",
    "littleEndian",     "notData",          "archive",          "looseImage",      "utf16",
    "webPage",          "gitLfs",           "pytorch",          "modelNotData",    "rowsRejected",
    "everyRowNeeded",   "columns",          "notText",          "longRow",         "arffNoData",
    "labelsMissing",    "labelsUnexpected", "labelCount",       "packedCopy",      "labelsAlone",
    "labelFileMissing", "unlabelledFile",   "noLabelFound",     "labelTableAlone", "damagedModel",
    "otherModel",       "noData",           "noLabels",         "tooFewDigits",    "oneClass",
    "tooManyClasses",   "tooManyLabels",    "noClassNames",     "badClassName",    "classNameCount",
    "unknownClass",     "classNotInModel",  "noCheckpoint",     "checkpointData",  "checkpointSettings",
    "networkEmpty",     "networkLayers",    "networkOutput",    "networkWeights",  "networkTooLarge",
    "layerForm",        "layerUnknown",     "layerInput",       "layerTooLarge",   "formTooLarge",
    "notForm",          "newerForm",        "formValue",        "formNoFields",    "formFieldObject",
    "formName",         "formId",           "formRows",         "customFormRows",  "formFields",
    "fieldName",        "fieldNameTwice",   "fieldBoxes",       "fieldDecimals",   "fieldMinMax",
    "fieldNoMinMax",    "fieldNoCheckSum",  "fieldAreaMissing", "fieldAreaUnused", "fieldArea",
    "formTooWide",      "noFormPage",       "formDigits",       "noCornerMarks",   "cornerMarkMissing",
    "noFrame",          "noPaper",          "seenFromSide",     "sheetCode",       "otherForm",
    "changedForm",      "unknownForm",      "formRowNames",     "formRowName"};

/// One of these, or none. Any other doesn't compile.
class ErrorCode {
 public:
  constexpr ErrorCode() = default;
  consteval ErrorCode(const char* name) : name_(find(name)) {}

  constexpr std::string_view name() const { return name_; }

 private:
  static void not_in_error_codes() {}  // can't be called while compiling

  static consteval std::string_view find(std::string_view name) {
    const auto* found = std::find(std::begin(error_codes), std::end(error_codes), name);
    if (found == std::end(error_codes)) not_in_error_codes();
    return *found;
  }

  std::string_view name_;
};

}  // namespace inkling
