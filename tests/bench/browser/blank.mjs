// Runs a module's rows in a fresh worker, as the page runs its engine.

const maxMinutes = 4; // that one worker may take

/** Calls `onRow` with each row; rejects with what went wrong. */
window.rowsOf = (module, settings, onRow) =>
  new Promise((resolve, reject) => {
    const worker = new Worker('worker.mjs', { type: 'module' });
    const end = (settle, value) => {
      worker.terminate();
      settle(value);
    };
    const late = new Error(`not done after ${maxMinutes} minutes`);
    setTimeout(end, maxMinutes * 60_000, reject, late);
    worker.onmessage = ({ data }) => {
      if (data.row) onRow(data.row);
      else if (data.failure) end(reject, new Error(data.failure));
      else end(resolve);
    };
    worker.onerror = (event) => end(reject, new Error(event.message ?? 'the worker did not start'));
    worker.postMessage({ module, settings });
  });
