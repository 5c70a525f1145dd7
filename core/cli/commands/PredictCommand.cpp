// SPDX-License-Identifier: MIT
#include <cstdio>
#include <filesystem>
#include <memory>

#include "core/base/Text.h"
#include "core/cli/ExitCode.h"
#include "core/cli/commands/Commands.h"
#include "core/cli/commands/Options.h"
#include "core/cli/files/DataFile.h"
#include "core/cli/files/File.h"
#include "core/cli/output/Print.h"
#include "core/eval/Predictions.h"
#include "core/io/csv/CsvWriter.h"

namespace inkling::cli {

namespace {

struct PredictArguments {
  std::filesystem::path model, data, out = "submission.csv";
  ImageChanges image_changes;
  int threads = default_threads();
  bool json = false;
};

Status predict(const PredictArguments& arguments) {
  const auto model = load_model(arguments.model);
  if (!model) return model.error();
  // A submission needs a prediction for every row.
  const auto data = load_images(arguments.data, arguments.image_changes, io::BadRows::fail);
  if (!data) return data.error();
  print_import_report(arguments.data, data.value().summary);
  print_appearance(arguments.data, data.value().dataset);
  ThreadPool pool(arguments.threads);
  const eval::Predictions predictions = eval::predict(model.value(), data.value().dataset, pool);
  if (Status written = write_file(
          arguments.out, io::submission_csv(predictions.predicted, model.value().classes, data.value().ids));
      !written)
    return written;
  const std::size_t images = predictions.predicted.size();
  if (arguments.json) {
    print_json({{"images", images}, {"out", arguments.out.string()}});
  } else {
    std::printf("%s written to %s\n", pluralize(images, "prediction").c_str(),
                printable(arguments.out).c_str());
  }
  return success();
}

}  // namespace

void add_predict_command(CLI::App& app, int& exit_code) {
  const auto arguments = std::make_shared<PredictArguments>();
  CLI::App* command =
      app.add_subcommand("predict", "Predict images and write the labels as submission.csv (ImageId,Label)");
  add_model_argument(*command, arguments->model);
  command->add_option("data", arguments->data, "Images: " + data_formats)->required();
  command->add_option("--out", arguments->out, "CSV file to write")->capture_default_str();
  add_image_options(*command, arguments->image_changes);
  add_threads_option(*command, arguments->threads);
  add_json_option(*command, arguments->json);
  command->callback([arguments, &exit_code] { exit_code = report_status(predict(*arguments)); });
}

}  // namespace inkling::cli
