// What reads starts before the page is drawn: each takes a while, and they need nothing of each other.
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import { startEngine } from './engine/start';

const reading = startEngine('reading');
reading.client.begin();
void import('./page').then(({ showPage }) => showPage(reading));
