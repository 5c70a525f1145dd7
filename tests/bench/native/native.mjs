// The native part: `inkling bench` and its peers, group by group, so that what is compared was measured close in time.
import { existsSync } from 'node:fs';
import { outputOf, root } from '../lib/run.mjs';
import { rowsOf } from '../lib/work.mjs';
import { onnxruntimeRows } from './onnxruntime.mjs';

const inkling = `${root}build/native/inkling`;

/** @returns what `inkling bench --json` tells of the rows that begin so. */
export async function inklingBench({ runs, seconds }, threads, beginnings, csv) {
  const effort = ['--runs', runs, '--seconds', seconds, '--threads', threads];
  const file = csv ? ['--csv', csv] : [];
  const only = ['--only', ...beginnings];
  return JSON.parse(
    await outputOf(inkling, ['bench', '--json', ...effort, ...file, ...only].map(String)),
  );
}

async function ours(context, threads, beginnings) {
  const told = await inklingBench(context.effort, threads, beginnings, context.csv);
  for (const { vectors, ...peak } of told.peaks) {
    context.add({ who: 'inkling', name: `peak/${vectors}`, unit: 'GFLOP/s', ...peak });
  }
  for (const row of told.rows) context.add({ who: 'inkling', ...row });
}

/**
 * In which PyTorch runs at its fastest: OpenBLAS finds its kernels by itself, and memory that is freed is kept for the
 * next step (given back to the system, it is mapped anew in each, which takes most of the time of a small network).
 */
function torchEnvironment() {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('OPENBLAS_'));
  const kept = String(2 ** 30);
  return {
    ...Object.fromEntries(own),
    MALLOC_MMAP_THRESHOLD_: kept,
    MALLOC_TRIM_THRESHOLD_: kept,
  };
}

async function torch({ effort, nets, add, skip }, threads, kinds) {
  const rows = rowsOf(nets).filter(({ kind }) => kinds.includes(kind));
  const asked = JSON.stringify({ nets, rows, threads, effort });
  try {
    const lines = await outputOf(
      '/usr/bin/python3',
      [`${root}tests/bench/native/torch_rows.py`],
      asked,
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

/** In a process of its own, so that the memory it tells is its own. */
async function papaparse({ csv, add, skip }) {
  if (!existsSync(csv)) return skip('PapaParse', new Error('there is no CSV'));
  try {
    const told = await outputOf('node', [`${root}tests/bench/native/papaparse.mjs`, csv]);
    for (const row of JSON.parse(told)) add({ who: 'PapaParse, Node', threads: 1, ...row });
  } catch (error) {
    skip('PapaParse', error);
  }
}

export async function measureNative(context) {
  await ours(context, 1, ['csv']);
  await papaparse(context);
  await ours(context, 1, ['product', 'layer']);
  for (const threads of [1, 2]) {
    await ours(context, threads, ['train']);
    await torch(context, threads, ['train']);
    await ours(context, threads, ['image', 'strokes', 'bulk']);
    await onnxruntime(context, threads);
    await torch(context, threads, ['image', 'bulk']);
  }
}
