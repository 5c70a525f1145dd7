// What reads starts before the page is drawn: each takes a while, and they need nothing of each other.
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import { startEngine } from './engine/pageEngines';
import { showLoadFailure } from './loadFailure';
import { preferredHere } from './messages/languages';
import { fetchWords } from './messages/load';

const reading = startEngine('reading');
reading.client.begin();

// The page is first drawn in the right language; in English where the words of that cannot be had.
const language = preferredHere();
const words = fetchWords(language).catch(() => null);

/** The pad of index.html is seen before the page's scripts take their time. Hidden tabs draw no frames. */
const padSeen = new Promise<void>((seen) => {
  requestAnimationFrame(() => setTimeout(seen));
  setTimeout(seen, document.hidden ? 0 : 100);
});

padSeen
  .then(() => import('./page'))
  .then(async ({ showPage }) => showPage(reading, language, await words))
  .catch((failure) => {
    console.error(failure);
    showLoadFailure(language);
  });
