// Starts the engine and the model before the page is drawn. Each takes a while, and they don't depend on each
// other.
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import { startEngine } from './engine/pageEngines';
import { showLoadFailure } from './loadFailure';
import { preferredHere } from './messages/languages';
import { fetchWords } from './messages/load';
import { loadShipped } from './model/shippedModel';

const reading = startEngine('reading');
reading.client.begin();
const shipped = loadShipped(reading.client);
shipped.catch(() => {}); // the page reports it

// Draws the page in the right language from the start, or in English if the translation can't be loaded.
const language = preferredHere();
const words = fetchWords(language).catch(() => null);

/**
 * Waits until the pad in index.html has been painted, before the page's scripts take their time. Hidden tabs
 * paint no frames.
 */
const padSeen = new Promise<void>((seen) => {
  requestAnimationFrame(() => setTimeout(seen));
  setTimeout(seen, document.hidden ? 0 : 100);
});

padSeen
  .then(() => import('./page'))
  .then(async ({ showPage }) => showPage(reading, shipped, language, await words))
  .catch((failure) => {
    console.error(failure);
    showLoadFailure(language);
  });
