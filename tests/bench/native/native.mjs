// The native part: `inkling bench` and its peers in turn, one run of each after the other.
import { existsSync } from 'node:fs';
import { outputOf, root } from '../lib/run.mjs';
import { rowsOf } from '../lib/work.mjs';
import { onnxruntimeRows } from './onnxruntime.mjs';

const inkling = `${root}build/native/inkling`;

/** @returns the result of `inkling bench --json` for the rows with these prefixes. */
export async function inklingBench({ runs, seconds }, threads, prefixes, csv) {
  const effort = ['--runs', runs, '--seconds', seconds, '--threads', threads];
  const file = csv ? ['--csv', csv] : [];
  const only = ['--only', ...prefixes];
  return JSON.parse(
    await outputOf(inkling, ['bench', '--json', ...effort, ...file, ...only].map(String)),
  );
}

async function ours(context, threads, prefixes) {
  const report = await inklingBench(context.effort, threads, prefixes, context.csv);
  for (const { vectors, ...peak } of report.peaks) {
    context.add({ who: 'inkling', name: `peak/${vectors}`, unit: 'GFLOP/s', ...peak });
  }
  for (const row of report.rows) context.add({ who: 'inkling', ...row });
}

/**
 * The environment in which PyTorch is fastest: OpenBLAS chooses its own kernels, and freed memory is reused. By
 * default, memory is returned to the system, and mapping it again takes most of a small network's time.
 */
function torchEnvironment() {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('OPENBLAS_'));
  const threshold = String(2 ** 30);
  return {
    ...Object.fromEntries(own),
    MALLOC_MMAP_THRESHOLD_: threshold,
    MALLOC_TRIM_THRESHOLD_: threshold,
  };
}

async function torch({ effort, nets, add, skip }, threads, kinds) {
  const rows = rowsOf(nets).filter(({ kind }) => kinds.includes(kind));
  const request = JSON.stringify({ nets, rows, threads, effort });
  try {
    const lines = await outputOf(
      '/usr/bin/python3',
      [`${root}tests/bench/native/torch_rows.py`],
      request,
      torchEnvironment(),
    );
    for (const line of lines.trim().split('\n')) add(JSON.parse(line));
  } catch (error) {
    skip('PyTorch', error);
  }
}

async function onnxruntime({ effort, nets, add, skip }, threads) {
  try {
    const { default: ort } = await import('onnxruntime-node');
    const who = 'onnxruntime-node';
    for await (const row of onnxruntimeRows(ort, { who, nets, threads, effort })) add(row);
  } catch (error) {
    skip('onnxruntime-node', error);
  }
}

/** Runs in its own process, because it measures the memory of the process. */
async function papaparse({ csv, add, skip }) {
  if (!existsSync(csv)) return skip('PapaParse', new Error('no CSV file'));
  try {
    const output = await outputOf('node', [`${root}tests/bench/native/papaparse.mjs`, csv]);
    for (const row of JSON.parse(output)) add({ who: 'PapaParse, Node', threads: 1, ...row });
  } catch (error) {
    skip('PapaParse', error);
  }
}

async function measureRound(context) {
  await ours(context, 1, ['csv']);
  await papaparse(context);
  for (const threads of [1, 2]) {
    await ours(context, threads, ['train']);
    await torch(context, threads, ['train']);
    await ours(context, threads, ['image', 'strokes', 'bulk']);
    await onnxruntime(context, threads);
    await torch(context, threads, ['image', 'bulk']);
  }
}

export async function measureNative(context) {
  await ours(context, 1, ['product', 'layer']);
  const round = { ...context, effort: { ...context.effort, runs: 1 } };
  for (let count = 0; count < context.effort.runs; count++) await measureRound(round);
}
