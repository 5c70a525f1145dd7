import { imagesInBlock } from './blocks';
import type { DataOverview, Handlers, Share } from './calls';
import { bytesToCome, chunksOf } from './chunks';
import { declined, refuseUnlessEmpty } from './failure';
import type { Owned } from './owned';
import { throttle } from './pace';
import type { Data, TrainingEngine } from './types';

/** Reads a file into a new dataset. On a refusal nothing remains of it. */
export async function importFile(
  engine: TrainingEngine,
  file: Blob,
  report: (share: Share) => void,
  signal: AbortSignal,
): Promise<Data> {
  const data = new engine.Data();
  const due = throttle(10);
  const reportSometimes = (share: Share) => {
    if (due()) report(share);
  };
  try {
    if (file.size === 0) throw declined('emptyFile');
    data.expect(await bytesToCome(file));
    for await (const chunk of chunksOf(file, reportSometimes, signal)) {
      refuseUnlessEmpty(data.push(chunk));
    }
    refuseUnlessEmpty(data.finish());
    return data;
  } catch (error) {
    data.delete();
    throw error;
  }
}

function overview(data: Data): DataOverview {
  const summary = data.summary();
  return {
    summary,
    images: data.images(0, imagesInBlock),
    labels: data.labels(0, summary.images),
    repairs: data.repairs(),
  };
}

/** Imports replace the dataset in `current` only when they have succeeded. */
export function dataCalls(
  engine: TrainingEngine,
  current: Owned<Data>,
): Pick<Handlers<'training'>, 'import_data' | 'make_sample'> {
  return {
    import_data: async (file, { report, signal }) =>
      overview(current.replace(await importFile(engine, file, report, signal))),
    make_sample: ({ images, seed }) =>
      overview(current.replace(engine.synthetic_data(images, seed))),
  };
}
