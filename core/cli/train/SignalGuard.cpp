#include "core/cli/train/SignalGuard.h"

#include <sys/time.h>
#include <unistd.h>

#include <csignal>
#include <string_view>

#include "core/cli/ExitCode.h"

namespace inkling::cli {

namespace {

// A signal's handler sees nothing but globals, and may call only what is safe within a signal.
volatile std::sig_atomic_t received = 0, waits_for_others = 0;

void set_timer(long microseconds) {
  const itimerval timer = {.it_interval = {}, .it_value = {.tv_sec = 0, .tv_usec = microseconds}};
  setitimer(ITIMER_REAL, &timer, nullptr);
}

void note(int signal) {
  received = signal;
  if (waits_for_others) set_timer(500'000);  // mpirun kills after a second
}

void give_up(int /*signal*/) {
  constexpr std::string_view sentence =
      "inkling: The other processes do not answer, so this training ends here. Its last checkpoint is whole: "
      "--resume goes on from it.\n";
  const auto written = write(STDERR_FILENO, sentence.data(), sentence.size());
  _exit(written < 0 ? exit_usage : exit_input_output);
}

void set_handler(int signal, void (*handler)(int), unsigned flags) {
  struct sigaction action = {};
  action.sa_handler = handler;
  action.sa_flags = static_cast<int>(flags);
  sigaction(signal, &action, nullptr);
}

}  // namespace

SignalGuard::SignalGuard(bool others) {
  received = 0;
  waits_for_others = others ? 1 : 0;
  set_handler(SIGALRM, give_up, 0);
  for (const int signal : {SIGINT, SIGTERM}) set_handler(signal, note, SA_RESETHAND | SA_RESTART);
}

SignalGuard::~SignalGuard() {
  obeyed();
  for (const int signal : {SIGINT, SIGTERM, SIGALRM}) set_handler(signal, SIG_DFL, 0);
}

int SignalGuard::signal() const {
  return received;
}

void SignalGuard::obeyed() {
  set_timer(0);
}

}  // namespace inkling::cli
