// The project's targets, compared with the measured rows. A target is one of our rows, and either its minimum
// (maximum for times and sizes) or how many times better than a peer's row it must be.

const native = 'inkling';
const browserPeers = ['tfjs', 'jax-js'];

export const targets = [
  {
    what: 'wasm product 256 cubed, relaxed',
    ours: ['relaxed', 'product/256x256x256', 1],
    reach: 40,
    orShare: 0.75,
  },
  {
    what: 'wasm product 256 cubed, plain SIMD',
    ours: ['simd', 'product/256x256x256', 1],
    reach: 25,
  },
  { what: 'browser training, CNN-A', ours: ['relaxed-threads', 'train/cnn-a/128', 2], reach: 6000 },
  {
    what: 'browser training, CNN-A, over browser peers',
    ours: ['relaxed-threads', 'train/cnn-a/64', 2],
    peers: browserPeers,
    times: 100,
  },
  {
    what: 'browser training, CNN-A, over native PyTorch',
    ours: ['relaxed-threads', 'train/cnn-a/128', 2],
    peers: ['PyTorch'],
    times: 1.3,
  },
  {
    what: 'browser training, CNN-A, over native PyTorch in its faster layout',
    ours: ['relaxed-threads', 'train/cnn-a/128', 2],
    peers: ['PyTorch-channels-last'],
    times: 1.3,
  },
  {
    what: 'browser training, article, over browser peers',
    ours: ['relaxed-threads', 'train/article/32'],
    peers: browserPeers,
    times: 5,
  },
  {
    what: 'browser training, article, over native PyTorch',
    ours: ['relaxed-threads', 'train/article/32'],
    peers: ['PyTorch'],
    times: 1,
  },
  {
    what: 'native training, CNN-A, over PyTorch',
    ours: [native, 'train/cnn-a/128', 2],
    peers: ['PyTorch'],
    times: 3,
  },
  {
    what: 'native training, CNN-A2, over PyTorch',
    ours: [native, 'train/cnn-a2/128', 2],
    peers: ['PyTorch'],
    times: 3,
  },
  {
    what: 'native training, CNN-A, over PyTorch in its faster layout',
    ours: [native, 'train/cnn-a/128', 2],
    peers: ['PyTorch-channels-last'],
    times: 3,
  },
  {
    what: 'native training, CNN-A, share of the two-core peak',
    ours: [native, 'train/cnn-a/128', 2],
    share: 0.55,
  },
  {
    what: 'native training, CNN-A2, over PyTorch in its faster layout',
    ours: [native, 'train/cnn-a2/128', 2],
    peers: ['PyTorch-channels-last'],
    times: 3,
  },
  {
    what: 'native training, CNN-A2, share of the two-core peak',
    ours: [native, 'train/cnn-a2/128', 2],
    share: 0.55,
  },
  {
    what: 'native batch, CNN-A, over onnxruntime-node',
    ours: [native, 'bulk/cnn-a', 2],
    peers: ['onnxruntime-node'],
    times: 1,
  },
  {
    what: 'browser one image, CNN-A, in the engine',
    ours: ['relaxed', 'image/cnn-a', 1],
    reach: 150,
  },
  {
    what: 'browser one image, CNN-A, over onnxruntime-web',
    ours: ['relaxed', 'image/cnn-a', 1],
    peers: ['onnxruntime-web'],
    times: 3,
  },
  {
    what: "browser one image, the page's network",
    ours: ['relaxed', 'image/accurate', 1],
    reach: 300,
  },
  {
    what: 'browser strokes to answer, CNN-A',
    ours: ['relaxed', 'strokes/cnn-a/tta', 1],
    reach: 1000,
  },
  {
    what: 'browser batch, CNN-A, over onnxruntime-web',
    ours: ['relaxed-threads', 'bulk/cnn-a', 2],
    peers: ['onnxruntime-web'],
    times: 3,
  },
  {
    what: 'two threads over one, browser training, CNN-A',
    ours: ['relaxed-threads', 'train/cnn-a/128', 2],
    peers: ['relaxed'],
    times: 1.8,
  },
  { what: 'train.csv, file to dataset, browser', ours: ['page', 'csv/time'], reach: 250 },
  { what: 'train.csv, file to dataset, native', ours: [native, 'csv/time'], reach: 100 },
  { what: 'train.csv, memory over the dataset, native', ours: [native, 'csv/memory'], reach: 150 },
  { what: 'train.csv, memory over the dataset, browser', ours: ['page', 'csv/memory'], reach: 150 },
  { what: 'train.csv to its gallery', ours: ['page', 'gallery/shown'], reach: 1000 },
  {
    what: 'frames while a network trains and the gallery is scrolled, 95th percentile',
    ours: ['page', 'gallery/frame/p95'],
    reach: 32,
  },
  {
    what: 'memory of the tab with train.csv, its gallery and a training',
    ours: ['page', 'gallery/memory'],
    reach: 400,
  },
  { what: 'engine download, brotli', ours: ['page', 'download/engine/brotli'], reach: 80 },
  { what: 'weights download, brotli', ours: ['page', 'download/weights/brotli'], reach: 200 },
  {
    what: 'cold start to the pad, over an empty page to its text',
    ours: ['page', 'cold-start/painted'],
    peers: ['empty page'],
    times: 1 / 1.5,
  },
  {
    what: 'cold start to first answer, over an empty page to its text',
    ours: ['page', 'cold-start/answer'],
    peers: ['empty page'],
    times: 1 / 3,
  },
  {
    what: 'last point to answer while a network trains, 95th percentile',
    ours: ['page', 'answer-while-training/p95'],
    reach: 16,
  },
  {
    what: 'train.csv to 99.0 % validation accuracy, fast',
    ours: ['page', 'train-to-99'],
    reach: 15,
  },
  {
    what: 'train.csv to 99.5 % validation accuracy, accurate',
    ours: ['page', 'train-to-99.5'],
    reach: 90,
  },
];
