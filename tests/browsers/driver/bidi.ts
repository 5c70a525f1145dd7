// WebDriver BiDi: commands over a WebSocket that Firefox itself serves.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { called, type Driver, type InputSource, type Outcome, resultOf } from './driver';

interface Answer {
  id?: number;
  result?: unknown;
  error?: string;
  message?: string;
}

class Connection {
  private count = 0;
  private readonly waiting = new Map<number, (answer: Answer) => void>();

  constructor(private readonly socket: WebSocket) {
    socket.on('message', (data) => {
      const answer: Answer = JSON.parse(String(data));
      this.waiting.get(answer.id ?? 0)?.(answer);
      this.waiting.delete(answer.id ?? 0);
    });
  }

  async send<Result>(method: string, params: object): Promise<Result> {
    const id = ++this.count;
    const answered = new Promise<Answer>((resolve) => this.waiting.set(id, resolve));
    this.socket.send(JSON.stringify({ id, method, params }));
    const { error, message, result } = await answered;
    if (error) throw new Error(`${method}: ${error}: ${message}`);
    return result as Result;
  }
}

interface Evaluated {
  type: 'success' | 'exception';
  result?: { value?: string; sharedId?: string };
  exceptionDetails?: { text: string };
}

class BidiDriver implements Driver {
  constructor(
    private readonly connection: Connection,
    private readonly context: string,
    readonly downloads: string,
    private readonly stop: () => Promise<void>,
  ) {}

  async open(url: string): Promise<void> {
    await this.send('browsingContext.navigate', { url, wait: 'complete' });
  }

  async evaluate<Taken extends unknown[], Given>(
    work: (...taken: Taken) => Given,
    ...taken: Taken
  ): Promise<Awaited<Given>> {
    const { result } = await this.call(
      `async (json) => JSON.stringify(await (${called(work)})(json))`,
      JSON.stringify(taken),
    );
    return resultOf<Awaited<Given>>(JSON.parse(result?.value ?? '') as Outcome);
  }

  async perform(actions: InputSource[]): Promise<void> {
    await this.send('input.performActions', { actions });
  }

  async chooseFiles(selector: string, files: string[]): Promise<void> {
    const found = await this.call('(selector) => document.querySelector(selector)', selector);
    await this.send('input.setFiles', { element: { sharedId: found.result?.sharedId }, files });
  }

  close(): Promise<void> {
    return this.stop();
  }

  private async call(functionDeclaration: string, argument: string): Promise<Evaluated> {
    const evaluated = await this.connection.send<Evaluated>('script.callFunction', {
      functionDeclaration,
      arguments: [{ type: 'string', value: argument }],
      awaitPromise: true,
      target: { context: this.context },
    });
    if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails?.text);
    return evaluated;
  }

  private send(method: string, params: object): Promise<unknown> {
    return this.connection.send(method, { context: this.context, ...params });
  }
}

/** Opens a session of the browser at this address. */
export async function openBidi(
  address: string,
  downloads: string,
  stop: () => Promise<void>,
): Promise<Driver> {
  const socket = new WebSocket(`${address}/session`);
  await once(socket, 'open');
  const connection = new Connection(socket);
  await connection.send('session.new', { capabilities: {} });
  const made = await connection.send<{ context: string }>('browsingContext.create', {
    type: 'tab',
  });
  const viewport = { width: 1280, height: 900 };
  await connection.send('browsingContext.setViewport', { context: made.context, viewport });
  return new BidiDriver(connection, made.context, downloads, stop);
}
