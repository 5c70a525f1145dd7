import type {
  Adjustment,
  DataOverview,
  FileSource,
  Handlers,
  Share,
  Source,
} from '../../protocol/calls';
import { imagesInBlock } from '../../protocol/calls';
import { about, throwIfError } from '../../protocol/failure';
import type { Data, TrainingEngine } from '../../protocol/types';
import { needsAdjustment } from '../../shared/adjustments';
import { DatasetImporter } from '../import/datasetImporter';
import { type Decode, decodePicture } from '../import/pictureBytes';
import type { SkippedFiles } from '../import/skippedFiles';
import { type Owned, withHandle } from '../owned';
import { throttle } from '../pace';

const bytesOf = (source: Source) => ('file' in source ? source.file.size : 0);

/** Reads all sources into new data and lists the skipped files. Frees the data on failure. */
export async function importSources(
  engine: TrainingEngine,
  sources: readonly Source[],
  report: (share: Share) => void,
  signal: AbortSignal,
  decode: Decode = decodePicture,
  data = new engine.Data(),
): Promise<{ data: Data; skippedFiles: SkippedFiles }> {
  const importer = new DatasetImporter(engine, data, decode, signal);
  const total = sources.reduce((sum, source) => sum + bytesOf(source), 0);
  const due = throttle(10);
  let before = 0;
  try {
    for (const source of sources) {
      const progressed = (done: number) => {
        if (due()) report({ done: before + done, total });
      };
      await importer.add(source, progressed).catch((failure) => {
        throw about(source.path, failure);
      });
      before += bytesOf(source);
    }
    await importer.finish();
    return { data, skippedFiles: importer.skippedFiles };
  } catch (error) {
    data.delete();
    throw error;
  }
}

const sourceOf = (file: File): FileSource => ({ path: file.name, file, optional: false });

/** Reads one file, in which every row must be valid. */
export async function importFile(
  engine: TrainingEngine,
  file: File,
  report: (share: Share) => void,
  signal: AbortSignal,
): Promise<Data> {
  const data = new engine.Data();
  data.require_all_rows();
  await importSources(engine, [sourceOf(file)], report, signal, decodePicture, data);
  return data;
}

export function adjust(data: Data, adjustment: Adjustment): void {
  if (adjustment === 'invert') data.invert();
  else data.transpose();
}

/** Applies adjustments to added files only if they need them. */
function adjustIfNeeded(data: Data, adjustments: readonly Adjustment[]): void {
  for (const adjustment of adjustments) {
    if (needsAdjustment(data.summary(), adjustment)) adjust(data, adjustment);
  }
}

/** Summarises a dataset for the page. */
export function overview(data: Data): DataOverview {
  const summary = data.summary();
  return {
    summary,
    images: data.images(0, imagesInBlock),
    labels: data.labels(0, summary.images),
    repairs: data.cell_fixes(),
    refused: data.rejected_rows(),
  };
}

/** Appends the data to the current data, or replaces them. */
async function store(current: Owned<Data>, data: Data, add: boolean): Promise<Data> {
  const before = current.value;
  if (!add || !before) return current.replace(data);
  await withHandle(data, () => throwIfError(before.append(data)));
  return before;
}

/** Imports change the dataset in `current` only if they succeed. */
export function dataCalls(
  engine: TrainingEngine,
  current: Owned<Data>,
): Pick<Handlers<'training'>, 'import_data' | 'make_sample'> {
  return {
    import_data: async ({ sources, add, adjustments }, { report, signal }) => {
      const { data, skippedFiles } = await importSources(engine, sources, report, signal);
      adjustIfNeeded(data, adjustments);
      return { ...overview(await store(current, data, add)), skipped: skippedFiles.listed };
    },
    make_sample: ({ images, seed }) =>
      overview(current.replace(engine.synthetic_data(images, seed))),
  };
}
