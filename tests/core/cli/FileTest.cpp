// SPDX-License-Identifier: MIT
#include "core/cli/files/File.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>
#include <iterator>
#include <string>

#include "tests/core/cli/TemporaryFolder.h"

using namespace inkling;
using namespace inkling::cli;
using namespace inkling::testing;

namespace fs = std::filesystem;

namespace {

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::ptrdiff_t files_in(const TemporaryFolder& folder) {
  return std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator());
}

}  // namespace

TEST_CASE("a file is replaced whole, and nothing else is left in its folder") {
  const TemporaryFolder folder;
  const fs::path path = folder.write("model", "old and longer");
  REQUIRE(write_file(path, "new").ok());
  CHECK(contents(path) == "new");
  CHECK(files_in(folder) == 1);
}

TEST_CASE("writing a file does not write through a link at NAME.part") {
  const TemporaryFolder folder;
  const fs::path victim = folder.write("victim", "precious");
  fs::create_symlink("victim", folder.path() / "model.part");
  REQUIRE(write_file(folder.path() / "model", "new").ok());
  CHECK(contents(victim) == "precious");
  CHECK(contents(folder.path() / "model") == "new");
}

TEST_CASE("a link is followed to its target, whether the target exists or not") {
  const TemporaryFolder folder;
  for (const char* name : {"existing", "missing"}) {
    if (std::string_view(name) == "existing") folder.write(name, "old");
    const fs::path link = folder.path() / (std::string("link-to-") + name);
    fs::create_symlink(name, link);
    REQUIRE(write_file(link, "new").ok());
    CHECK(fs::is_symlink(link));
    CHECK(contents(folder.path() / name) == "new");
  }
}

TEST_CASE("circular links are an error") {
  const TemporaryFolder folder;
  fs::create_symlink("b", folder.path() / "a");
  fs::create_symlink("a", folder.path() / "b");
  CHECK_FALSE(write_file(folder.path() / "a", "new").ok());
}

TEST_CASE("a new file has the permissions that the umask leaves") {
  const TemporaryFolder folder;
  const mode_t umask_before = umask(027);
  REQUIRE(write_file(folder.path() / "model", "new").ok());
  umask(umask_before);
  CHECK(fs::status(folder.path() / "model").permissions() == static_cast<fs::perms>(0640));
}

TEST_CASE("a device is written to, not replaced") {
  REQUIRE(write_file("/dev/null", "new").ok());
  CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("a failed write leaves nothing behind and names the file") {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "none" / "model";
  const Status written = write_file(path, "new");
  REQUIRE_FALSE(written.ok());
  CHECK(written.error().kind == Error::Kind::input_output);
  CHECK(written.error().message == path.string() + ": No such file or directory");
  CHECK(files_in(folder) == 0);
}
