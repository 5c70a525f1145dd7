// The workload for everybody: the nets with their batch sizes.

/** Rows of training and reading, named as in `inkling bench`. */
export function rowsOf(nets) {
  const training = nets.flatMap(({ name }) =>
    batchesOf(name).map((batch) => ({
      name: `train/${name}/${batch}`,
      kind: 'train',
      net: name,
      batch,
    })),
  );
  const reading = nets.flatMap(({ name }) => [
    { name: `image/${name}`, kind: 'image', net: name, batch: 1 },
    { name: `bulk/${name}`, kind: 'bulk', net: name, batch: 256 },
  ]);
  return [...training, ...reading];
}

function batchesOf(net) {
  if (net === 'article') return [32, 256];
  return net === 'cnn-a' ? [64, 128] : [128];
}
