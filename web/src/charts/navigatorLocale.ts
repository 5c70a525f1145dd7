// uPlot reads the browser's language when it loads, and throws if it is invalid.
import { usableLocale } from '../shared/locale';

const usable = usableLocale(navigator.language);
if (usable !== navigator.language) Object.defineProperty(navigator, 'language', { value: usable });
