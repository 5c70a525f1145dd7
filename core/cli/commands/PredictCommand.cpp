#include <cstdio>
#include <filesystem>
#include <memory>
#include <thread>

#include "core/base/Text.h"
#include "core/cli/ExitCode.h"
#include "core/cli/commands/Commands.h"
#include "core/cli/files/DataFile.h"
#include "core/cli/files/File.h"
#include "core/cli/output/Json.h"
#include "core/eval/Predictions.h"
#include "core/io/Submission.h"

namespace inkling::cli {

namespace {

struct PredictArguments {
  std::filesystem::path model, data, out = "submission.csv";
  int threads = all_cores();
  bool json = false;
};

Status predict(const PredictArguments& arguments) {
  const auto model = load_model(arguments.model);
  if (!model) return model.error();
  const auto data =
      load_data(arguments.data, io::BadRows::refused);  // a submission has an answer for each row
  if (!data) return data.error();
  tell_damage(arguments.data, data.value().summary);
  ThreadPool pool(arguments.threads);
  const eval::Predictions answers = eval::answer(model.value(), data.value().dataset, pool);
  const std::string text = io::submission_csv(answers.digits);
  const Status written =
      write_file(arguments.out, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
  if (!written) return written;
  if (arguments.json) {
    std::printf("%s\n",
                Json{{"images", answers.digits.size()}, {"out", arguments.out.string()}}.dump().c_str());
  } else {
    std::printf("%s images read; the answers are in %s\n", group_thousands(answers.digits.size()).c_str(),
                arguments.out.c_str());
  }
  return success();
}

}  // namespace

void add_predict_command(CLI::App& app, int& exit_code) {
  const auto arguments = std::make_shared<PredictArguments>();
  CLI::App* command = app.add_subcommand("predict", "Read digits and write a submission.csv (ImageId,Label)");
  command->add_option("model", arguments->model, "A model file (.safetensors)")->required();
  command->add_option("data", arguments->data, "CSV, CSV.gz, an IDX images file, or strokes .jsonl")
      ->required();
  command->add_option("--out", arguments->out, "Where to write the answers")->capture_default_str();
  command->add_option("--threads", arguments->threads, "[all cores]")->check(CLI::Range(1, most_threads));
  command->add_flag("--json", arguments->json, "One JSON object on stdout");
  command->callback([arguments, &exit_code] { exit_code = exit_code_of(predict(*arguments)); });
}

}  // namespace inkling::cli
