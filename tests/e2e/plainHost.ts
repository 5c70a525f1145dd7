// A host that publishes a folder without setting headers, like GitHub Pages, or with only a CSP.
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { root } from './data';

const folder = '/inkling/';
const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

class PlainHost {
  /** The requested files, as paths in the folder; the page itself is ''. */
  readonly requests: string[] = [];
  /** How often the page itself was loaded. */
  visits = 0;
  /** The page's URL. */
  url = '';
  /** A response that replaces all files: a failing host or a captive portal. */
  inPlace: { status: number; text: string } | null = null;
  private readonly held = new Map<string, Promise<void>>();
  private readonly server: Server;

  constructor(files: string, policy: string | null) {
    this.server = createServer(async ({ url = '', headers }, response) => {
      const name = url.replace(/\?.*/, '').replace(folder, '');
      this.requests.push(name);
      if (headers['sec-fetch-mode'] === 'navigate') this.visits += 1;
      await this.held.get(name);
      if (this.inPlace) {
        response.writeHead(this.inPlace.status, { 'Content-Type': 'text/html' });
        response.end(this.inPlace.text);
        return;
      }
      try {
        const file = join(files, name || 'index.html');
        const content = await readFile(file);
        response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
        if (policy) response.setHeader('Content-Security-Policy', policy);
        response.end(content);
      } catch {
        response.writeHead(404).end();
      }
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${folder}`;
  }

  /** Holds back a file until the returned function is called. */
  hold(name: string): () => void {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    this.held.set(name, released);
    return () => {
      this.held.delete(name);
      release();
    };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}

/** Runs until the test is over and its pages are closed. Serves the page's files by default. */
export async function plainHost(
  files = join(root, 'build/web'),
  policy: string | null = null,
): Promise<PlainHost> {
  const host = new PlainHost(files, policy);
  await host.start();
  onTestFinished(() => host.stop());
  return host;
}
