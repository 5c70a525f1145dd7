// Programs that run until stopped.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const patienceMs = 60_000;

export const newFolder = () => mkdtempSync(join(tmpdir(), 'inkling-browser-'));

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export class Program {
  private output = '';
  private readonly child: ChildProcess;

  constructor([program = '', ...options]: string[], environment: NodeJS.ProcessEnv = {}) {
    this.child = spawn(program, options, { env: { ...process.env, ...environment } });
    this.child.on('error', (error) => {
      this.output += error;
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.output += chunk;
      });
    }
  }

  /** Resolves to the pattern's first group as soon as the output matches. */
  waitForOutput(pattern: RegExp): Promise<string> {
    return this.until(async () => this.output.match(pattern)?.[1]);
  }

  /** Waits until a driver responds on this port. */
  async answersOn(port: number): Promise<void> {
    await this.until(() => fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined));
  }

  readonly stop = async (): Promise<void> => {
    if (this.hasEnded()) return;
    const ended = once(this.child, 'exit');
    this.child.kill();
    const clock = setTimeout(() => this.child.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(clock);
  };

  private async until<Found>(look: () => Promise<Found | undefined>): Promise<Found> {
    const end = Date.now() + patienceMs;
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      if (Date.now() > end || this.hasEnded()) {
        throw new Error(`${this.child.spawnfile} did not start: ${this.output}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  private hasEnded(): boolean {
    return (
      this.child.pid === undefined || this.child.exitCode !== null || this.child.signalCode !== null
    );
  }
}
