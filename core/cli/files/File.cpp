// SPDX-License-Identifier: MIT
#include "core/cli/files/File.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <random>
#include <span>
#include <system_error>
#include <utility>

#include "core/base/FileSignature.h"
#include "core/model/ModelFile.h"

namespace inkling::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t max_model_bytes = std::uintmax_t{256} << 20;

/// Whether a file of no well-known type starts with letters, digits and blanks alone, as a model never does.
bool is_other_text(std::span<const std::uint8_t> bytes) {
  const auto start = bytes.first(std::min(bytes.size(), signature_bytes));
  if (!identify_file({reinterpret_cast<const char*>(start.data()), start.size()}).empty()) return false;
  return !start.empty() && std::ranges::all_of(start, [](std::uint8_t byte) {
    return (byte >= ' ' && byte <= '~') || byte == '\n' || byte == '\r' || byte == '\t';
  });
}

Error file_error(const fs::path& path, const std::string& reason) {
  return {path.string() + ": " + reason, Error::Kind::input_output};
}

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  bool valid() const { return number_ >= 0; }
  int number() const { return number_; }

  /// Returns whether all went well: some file systems report a failed write only here.
  bool close() { return number_ < 0 || ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

bool write_all(const Descriptor& file, std::span<const std::uint8_t> bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file.number(), bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) return false;
    if (count > 0) bytes = bytes.subspan(static_cast<std::size_t>(count));
  }
  return true;
}

Status write_into_device(const fs::path& path, std::span<const std::uint8_t> bytes) {
  Descriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (!device.valid() || !write_all(device, bytes) || !device.close())
    return file_error(path, std::strerror(errno));
  return success();
}

/// The file that `path` leads to through links, whether it exists or not.
Result<fs::path> follow_links(fs::path path) {
  constexpr int max_links = 40;  // as in Linux
  std::error_code error;
  for (int link = 0; link < max_links; ++link) {
    if (!fs::is_symlink(fs::symlink_status(path, error))) return path;
    path = path.parent_path() / fs::read_symlink(path, error);
  }
  return file_error(path, std::strerror(ELOOP));
}

/// `target` with a suffix that is hard to guess.
fs::path temporary_name(const fs::path& target) {
  constexpr char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
  std::random_device random;
  std::string name = target.string() + ".";
  for (int count = 0; count < 8; ++count) name += letters[random() % (sizeof letters - 1)];
  return name + ".part";
}

/// A rename survives a power cut only once its folder is on the disk. Not every file system supports this.
void flush_folder_of(const fs::path& path) {
  const fs::path folder = path.has_parent_path() ? path.parent_path() : ".";
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.valid()) ::fsync(descriptor.number());
}

Status replace_file(const fs::path& target, std::span<const std::uint8_t> bytes) {
  const fs::path part = temporary_name(target);
  // O_EXCL: never write into a file, or through a link, that someone else has put there.
  Descriptor file(::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!file.valid()) return file_error(target, std::strerror(errno));
  const bool written = write_all(file, bytes) && ::fsync(file.number()) == 0 && file.close() &&
                       ::rename(part.c_str(), target.c_str()) == 0;
  if (!written) {
    Status failed = file_error(target, std::strerror(errno));
    ::unlink(part.c_str());
    return failed;
  }
  flush_folder_of(target);
  return success();
}

}  // namespace

Result<std::vector<std::uint8_t>> read_file(const fs::path& path, std::uintmax_t max_bytes) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) return file_error(path, error.message());
  if (size > max_bytes)
    return Error{path.string() + ": too large (max. " + std::to_string(max_bytes >> 20) + " MB)."};
  std::vector<std::uint8_t> bytes(size);
  std::ifstream file(path, std::ios::binary);
  file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
  if (!file) return file_error(path, std::strerror(errno));
  return bytes;
}

Status write_file(const fs::path& path, std::span<const std::uint8_t> bytes) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::exists(status) && !fs::is_regular_file(status)) return write_into_device(path, bytes);
  const Result<fs::path> target = follow_links(path);
  return target ? replace_file(target.value(), bytes) : Status(target.error());
}

Status write_file(const fs::path& path, std::string_view text) {
  return write_file(path, std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
}

Status check_writable(const fs::path& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) return file_error(path, "is a folder.");
  const fs::path folder = path.has_parent_path() ? path.parent_path() : ".";
  if (!fs::is_directory(folder, error)) return file_error(path, "the folder doesn't exist.");
  return success();
}

Result<model::Model> load_model(const fs::path& path) {
  const auto bytes = read_file(path, max_model_bytes);
  if (!bytes) return bytes.error();
  if (is_other_text(bytes.value()))
    return Error{
        path.string() +
        ": This is a text file, not a model from Inkling. Choose a .safetensors file that it saved."};
  auto model = model::read_model(bytes.value());
  if (!model) return Error{path.string() + ": " + model.error().message};
  return model;
}

}  // namespace inkling::cli
