/**
 * Runs `work` for the newest input: one at a time. Inputs that were overtaken while it ran are
 * dropped; the last one given is always worked on.
 */
export function newestOnly<Input>(work: (input: Input) => Promise<void>): (input: Input) => void {
  let running = false;
  let next: { input: Input } | null = null;

  async function run(): Promise<void> {
    running = true;
    while (next) {
      const { input } = next;
      next = null;
      await work(input);
    }
    running = false;
  }

  return (input) => {
    next = { input };
    if (!running) void run();
  };
}
