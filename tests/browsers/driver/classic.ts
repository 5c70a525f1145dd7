// Classic WebDriver: commands over HTTP to the driver of Chromium or WebKitGTK.
import { called, type Driver, type InputSource, type Outcome, resultOf } from './driver';

const element = 'element-6066-11e4-a52e-4f735466cecf'; // the standard's key for an element's id

async function send(method: string, address: string, body?: object): Promise<unknown> {
  const response = await fetch(address, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`${method} ${address}: ${JSON.stringify(value)}`);
  return value;
}

class ClassicDriver implements Driver {
  constructor(
    private readonly session: string, // its URL
    readonly downloads: string,
    private readonly stop: () => Promise<void>,
  ) {}

  async open(url: string): Promise<void> {
    await this.post('url', { url });
  }

  async evaluate<Taken extends unknown[], Given>(
    work: (...taken: Taken) => Given,
    ...taken: Taken
  ): Promise<Awaited<Given>> {
    const script = `const [json, done] = arguments; (${called(work)})(json).then(done);`;
    const outcome = await this.post('execute/async', { script, args: [JSON.stringify(taken)] });
    return resultOf<Awaited<Given>>(outcome as Outcome);
  }

  async perform(actions: InputSource[]): Promise<void> {
    await this.post('actions', { actions });
  }

  async chooseFiles(selector: string, paths: string[]): Promise<void> {
    const found = await this.post('element', { using: 'css selector', value: selector });
    const id = (found as Record<string, string>)[element];
    await this.post(`element/${id}/value`, { text: paths.join('\n') });
  }

  async close(): Promise<void> {
    await send('DELETE', this.session).catch(() => {}); // the browser may have ended already
    await this.stop();
  }

  private post(command: string, body: object): Promise<unknown> {
    return send('POST', `${this.session}/${command}`, body);
  }
}

/** Opens a session of the driver at this address, with the requested capabilities. */
export async function openClassic(
  address: string,
  capabilities: object,
  downloads: string,
  stop: () => Promise<void>,
): Promise<Driver> {
  const request = { capabilities: { alwaysMatch: capabilities } };
  const { sessionId } = (await send('POST', `${address}/session`, request)) as {
    sessionId: string;
  };
  return new ClassicDriver(`${address}/session/${sessionId}`, downloads, stop);
}
