// Runs a module's rows in a new worker, as the page runs its engine.

const maxMinutes = 4; // limit for one worker

/** Calls `onRow` with each row; rejects if the module fails. */
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
