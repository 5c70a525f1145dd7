import type { Reporter, TestModule } from 'vitest/node';

/** Prints the last line of a run: how many tests passed, failed and were skipped. */
export default class Totals implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const count = (state: string) => states.filter((one) => one === state).length;
    const broken = modules.filter((module) => module.state() === 'failed' && !module.ok()).length;
    const failed = Math.max(count('failed'), Math.min(broken, 1));
    console.log(`${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped`);
  }
}
