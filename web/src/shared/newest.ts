/**
 * Runs `work` on one input at a time. Inputs that are replaced while it runs are dropped; the newest is always
 * processed.
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
