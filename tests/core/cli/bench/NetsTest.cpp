#include "core/cli/bench/Nets.h"

#include <doctest/doctest.h>

using namespace inkling;
using namespace inkling::cli;

namespace {

nn::Network net_named(std::string_view name) {
  for (const model::Preset& net : bench_nets()) {
    if (net.name == name) return model::network_of(net);
  }
  FAIL("there is no such net");
  return {};
}

}  // namespace

TEST_CASE("the nets of the bench cost what those of the others' figures do") {
  CHECK(forward_gflop(net_named("cnn-a")) == doctest::Approx(3.13e-3).epsilon(0.002));
  CHECK(forward_gflop(net_named("cnn-a2")) == doctest::Approx(7.46e-3).epsilon(0.002));
}

TEST_CASE("learning costs three times reading, less what nobody needs before the first layer") {
  const double first = 2e-9 * 784 * 128, rest = 2e-9 * (128 * 64 + 64 * 10);
  CHECK(training_gflop(net_named("article")) == doctest::Approx(2 * first + 3 * rest));
}
