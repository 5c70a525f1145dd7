// uPlot asks the browser for its language as soon as it is loaded, and throws where that is none.
import { usableLocale } from '../shared/locale';

const usable = usableLocale(navigator.language);
if (usable !== navigator.language) Object.defineProperty(navigator, 'language', { value: usable });
