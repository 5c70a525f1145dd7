// Other programs that read our files: tests/judges, each run in its own process.
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './data';

interface Answers {
  logits: number[]; // [count, 10]
  probabilities: number[];
}

const judges = join(root, 'tests/judges');
const python = '/usr/bin/python3'; // the system's, with Debian's packages
const maxOutputBytes = 64 * 1024 * 1024;

const runJson = (program: string, ...options: string[]) =>
  JSON.parse(
    execFileSync(program, options, { cwd: judges, encoding: 'utf8', maxBuffer: maxOutputBytes }),
  );

export function onnxruntime(runtime: 'node' | 'web', model: string, images: string): Answers {
  return runJson(process.execPath, 'onnxruntime.mjs', runtime, model, images);
}

/** Only if hasPytorch. */
export function pytorch(model: string, images: string): Pick<Answers, 'logits'> {
  return runJson(python, 'read_safetensors.py', model, images);
}

export const hasPytorch = spawnSync(python, ['-c', 'import torch']).status === 0;

interface Table {
  data: string[][];
  errors: unknown[];
}

export function papaparse(...files: string[]): Table[] {
  return runJson(process.execPath, 'papaparse.mjs', ...files);
}
