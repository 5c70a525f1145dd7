// Tells the page which source it was built from.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

export interface SourceInfo {
  version: string;
  license: string;
  repository: string; // URL; empty if package.json has none
  revision: string; // empty outside a Git checkout
}

function revisionOf(folder: string): string {
  const { status, stdout } = spawnSync('git', ['-C', folder, 'rev-parse', '--short', 'HEAD']);
  return status === 0 ? String(stdout).trim() : '';
}

export function sourceInfo(folder: string): Plugin {
  const described = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const { version, license, repository } = described;
  const address = String(repository?.url ?? repository ?? '').replace(/^git\+/, '');
  const info: SourceInfo = {
    version,
    license,
    repository: address,
    revision: revisionOf(folder),
  };
  return {
    name: 'inkling:source-info',
    config: () => ({ define: { __SOURCE_INFO__: JSON.stringify(info) } }),
  };
}
