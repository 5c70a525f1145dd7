import { loadFailure } from '#messages/loadFailure.js';
import { type Language, languages } from './messages/languages';

/** Replaces a blank page. After an update, the old version's files may be gone from the host. */
export function showLoadFailure(language: Language): void {
  const { sentence, reload } = loadFailure[language];
  const { tag, direction } = languages[language];
  Object.assign(document.documentElement, { lang: tag, dir: direction });
  const words = Object.assign(document.createElement('p'), { textContent: sentence });
  words.setAttribute('role', 'alert');
  words.dataset.testid = 'error';
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'button', textContent: reload });
  button.onclick = () => location.reload();
  const whole = Object.assign(document.createElement('main'), { className: 'load-failure' });
  whole.append(words, button);
  document.getElementById('app')?.replaceChildren(whole);
}
