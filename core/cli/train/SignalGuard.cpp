// SPDX-License-Identifier: MIT
#include "core/cli/train/SignalGuard.h"

#include <sys/time.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <string_view>

#include "core/cli/ExitCode.h"

namespace inkling::cli {

namespace {

// A handler can access only globals, and runs on any thread while the training thread reads them. Only a
// lock-free atomic is safe for both.
std::atomic<int> received_signal{0};
std::atomic<bool> has_timeout{false};
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

void set_timer(long microseconds) {
  const itimerval timer = {.it_interval = {}, .it_value = {.tv_sec = 0, .tv_usec = microseconds}};
  setitimer(ITIMER_REAL, &timer, nullptr);
}

void record(int signal) {
  received_signal = signal;
  if (has_timeout) set_timer(500'000);  // mpirun kills after a second
}

void time_out(int /*signal*/) {
  constexpr std::string_view message =
      "inkling: The other processes don't respond, so training stops. Continue from its last checkpoint with "
      "--resume.\n";
  const auto written = write(STDERR_FILENO, message.data(), message.size());
  _exit(written < 0 ? exit_usage : exit_input_output);
}

void set_handler(int signal, void (*handler)(int), unsigned flags) {
  struct sigaction action = {};
  action.sa_handler = handler;
  action.sa_flags = static_cast<int>(flags);
  sigaction(signal, &action, nullptr);
}

}  // namespace

SignalGuard::SignalGuard(bool distributed) {
  received_signal = 0;
  has_timeout = distributed;
  set_handler(SIGALRM, time_out, 0);
  for (const int signal : {SIGINT, SIGTERM}) set_handler(signal, record, SA_RESETHAND | SA_RESTART);
}

SignalGuard::~SignalGuard() {
  cancel_timeout();
  for (const int signal : {SIGINT, SIGTERM, SIGALRM}) set_handler(signal, SIG_DFL, 0);
}

int SignalGuard::signal() const {
  return received_signal;
}

void SignalGuard::cancel_timeout() {
  set_timer(0);
}

}  // namespace inkling::cli
