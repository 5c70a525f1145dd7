// The README's table of speeds, made from the report that `scripts/bench --keep` left in tests/bench/results.json.
import { bestOf, short } from './results.mjs';

const tab = (name) => ({ anyOf: ['relaxed-threads', 'simd-threads'], name, threads: 2 });
const oneThread = (name) => ({ anyOf: ['relaxed', 'simd'], name, threads: 1 });
const native = (name) => ({ anyOf: ['inkling'], name, threads: 2 });
const page = (name) => ({ anyOf: ['page'], name });
const peer = (label, anyOf, name, threads) => ({ label, anyOf: [anyOf].flat(), name, threads });

const tfjs = ['tfjs wasm', 'tfjs cpu', 'tfjs webgl'];
const pytorch = (name) => [
  peer('PyTorch', 'PyTorch', name, 2),
  peer('channels-last', 'PyTorch-channels-last', name, 2),
];
const inTab = (name) => [peer('jax-js', 'jax-js wasm', name), peer('TensorFlow.js', tfjs, name)];
const onnxWeb = (name) => peer('onnxruntime-web', 'onnxruntime-web', name);
const onnxNode = (name) => peer('onnxruntime-node', 'onnxruntime-node', name, 2);

/** What the table shows: a row of ours, and those of peers that do the same. */
const lines = [
  {
    what: 'training CNN-A in the tab, batch 64, images/s',
    ours: tab('train/cnn-a/64'),
    peers: inTab('train/cnn-a/64'),
  },
  {
    what: 'training `article` in the tab, batch 32, images/s',
    ours: tab('train/article/32'),
    peers: inTab('train/article/32'),
  },
  {
    what: 'training CNN-A natively, batch 128, images/s',
    ours: native('train/cnn-a/128'),
    peers: pytorch('train/cnn-a/128'),
  },
  {
    what: 'training `article` natively, batch 32, images/s',
    ours: native('train/article/32'),
    peers: pytorch('train/article/32'),
  },
  {
    what: 'reading one image with CNN-A in the tab',
    ours: oneThread('image/cnn-a'),
    peers: [onnxWeb('image/cnn-a'), peer('TensorFlow.js', tfjs, 'image/cnn-a')],
  },
  { what: 'the same with test-time augmentation (TTA)', ours: oneThread('image/cnn-a/tta') },
  {
    what: 'reading with CNN-A in batches in the tab, images/s',
    ours: tab('bulk/cnn-a'),
    peers: [onnxWeb('bulk/cnn-a'), peer('TensorFlow.js', tfjs, 'bulk/cnn-a')],
  },
  { what: 'the same with TTA', ours: tab('bulk/cnn-a/tta') },
  {
    what: 'reading with `article` in batches in the tab, images/s',
    ours: tab('bulk/article'),
    peers: [onnxWeb('bulk/article'), peer('TensorFlow.js', tfjs, 'bulk/article')],
  },
  {
    what: 'reading with CNN-A in batches natively, images/s',
    ours: native('bulk/cnn-a'),
    peers: [onnxNode('bulk/cnn-a'), ...pytorch('bulk/cnn-a')],
  },
  {
    what: 'reading with `article` in batches natively, images/s',
    ours: native('bulk/article'),
    peers: [onnxNode('bulk/article'), ...pytorch('bulk/article')],
  },
  {
    what: 'reading one image with the preset `accurate` in the tab',
    ours: oneThread('image/accurate'),
    peers: [onnxWeb('image/accurate')],
  },
  {
    what: 'from the strokes of a drawing to its answer, CNN-A, with TTA',
    ours: oneThread('strokes/cnn-a/tta'),
  },
  {
    what: 'train.csv, file to dataset, in the tab',
    ours: page('csv/time'),
    peers: [peer('PapaParse in Node', 'PapaParse, Node', 'csv/time')],
  },
  { what: 'train.csv, file to dataset, natively', ours: { anyOf: ['inkling'], name: 'csv/time' } },
  {
    what: 'from the address to the painted pad, fresh profile',
    ours: page('cold-start/painted'),
    peers: [peer('a page with one line of text', 'empty page', 'cold-start/painted')],
  },
  { what: 'from the address to the first answer, fresh profile', ours: page('cold-start/answer') },
  {
    what: 'from the last point to the answer while both cores train, median',
    ours: page('answer-while-training'),
  },
  { what: 'the same, 95th percentile', ours: page('answer-while-training/p95') },
  { what: 'from dropping train.csv to its gallery', ours: page('gallery/shown') },
  {
    what: 'frame times, scrolling it while training, 95th percentile',
    ours: page('gallery/frame/p95'),
  },
  { what: 'memory of that tab', ours: page('gallery/memory') },
  {
    what: 'engine to download before the first answer, Brotli',
    ours: page('download/engine/brotli'),
  },
  {
    what: 'weights to download before the first answer, Brotli',
    ours: page('download/weights/brotli'),
  },
  {
    what: '`fast` in the tab on train.csv, time to 99.0% of a held-out fifth',
    ours: page('train-to-99'),
  },
  { what: '`accurate` in the tab on train.csv, time to 99.5% of it', ours: page('train-to-99.5') },
];

const unitless = ['img/s'];
const shown = ({ median, unit }) =>
  unitless.includes(unit) ? short(median) : `${short(median)} ${unit}`;

function line(rows, { what, ours, peers = [] }) {
  const row = bestOf(rows, ours);
  if (!row)
    throw new Error(
      `tests/bench/results.json has no row ${ours.name} of ${ours.anyOf.join(' or ')}`,
    );
  const others = peers.flatMap(({ label, ...asked }) => {
    const other = bestOf(rows, asked);
    return other ? [`${label} ${shown(other)}`] : [];
  });
  return `| ${what} | ${shown(row)} | ${others.join(', ')} |`;
}

/** The table, with the machine and date. Throws if a row was not measured. */
export function readmeTable({ date, commit, machine, browser, rows }) {
  return [
    `\`scripts/bench\` at commit \`${commit.slice(0, 7)}\`, ${date.slice(0, 10)}, ${machine.cores} cores of ` +
      `${machine.processor}, Chromium ${browser}: medians of rounds in which Inkling and its peers take turns. ` +
      'CNN-A has three convolutions: 5x5 16, 3x3 32 and 3x3 64.',
    '',
    '| what | Inkling | others |',
    '| --- | --- | --- |',
    ...lines.map((asked) => line(rows, asked)),
  ].join('\n');
}

const [start, end] = ['<!-- scripts/bench -->', '<!-- /scripts/bench -->'];

/** The README with this report's table between the two comments. */
export function withTable(readme, report) {
  const [before, rest] = readme.split(start);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`README.md has no ${start} ... ${end}`);
  return `${before}${start}\n${readmeTable(report)}\n${end}${after}`;
}
