#include "core/cli/files/File.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

namespace inkling::cli {

namespace {

constexpr std::uintmax_t largest_model = 256 * 1024 * 1024;

Error trouble(const std::filesystem::path& path, const std::string& reason) {
  return {path.string() + ": " + reason, Error::Kind::input_output};
}

Status write_into(const std::filesystem::path& path, std::span<const std::uint8_t> bytes) {
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) return trouble(path, std::strerror(errno));
  return success();
}

}  // namespace

Result<std::vector<std::uint8_t>> read_file(const std::filesystem::path& path, std::uintmax_t limit) {
  std::error_code problem;
  const std::uintmax_t size = std::filesystem::file_size(path, problem);
  if (problem) return trouble(path, problem.message());
  if (size > limit) return Error{path.string() + ": is larger than " + std::to_string(limit >> 20) + " MB."};
  std::vector<std::uint8_t> bytes(size);
  std::ifstream file(path, std::ios::binary);
  file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
  if (!file) return trouble(path, std::strerror(errno));
  return bytes;
}

Status write_file(const std::filesystem::path& path, std::span<const std::uint8_t> bytes) {
  std::error_code problem;
  const bool replaceable =
      !std::filesystem::exists(path, problem) || std::filesystem::is_regular_file(path, problem);
  if (!replaceable) return write_into(path, bytes);  // a device or a pipe
  const std::filesystem::path target = std::filesystem::weakly_canonical(path, problem);
  std::filesystem::path beside = problem ? path : target;
  beside += ".part";
  Status written = write_into(beside, bytes);
  if (written.ok()) {
    std::filesystem::rename(beside, problem ? path : target, problem);
    if (problem) written = trouble(path, problem.message());
  }
  if (!written.ok()) std::filesystem::remove(beside, problem);
  return written;
}

Status check_writable(const std::filesystem::path& path) {
  std::error_code problem;
  if (std::filesystem::is_directory(path, problem)) return trouble(path, "is a folder");
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
  if (!std::filesystem::is_directory(folder, problem)) return trouble(path, "its folder does not exist");
  return success();
}

Result<model::Model> load_model(const std::filesystem::path& path) {
  const auto bytes = read_file(path, largest_model);
  if (!bytes) return bytes.error();
  auto model = model::read_model(bytes.value());
  if (!model) return Error{path.string() + ": " + model.error().message};
  return model;
}

}  // namespace inkling::cli
