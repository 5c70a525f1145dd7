// The message if the rest of the page, with all other messages, can't be loaded.
import type { Language } from './languages';

export const loadFailure: Record<Language, { sentence: string; reload: string }> = {
  en: {
    sentence: 'Inkling couldn’t be loaded. You may be offline, or there is a newer version.',
    reload: 'Reload',
  },
  de: {
    sentence:
      'Inkling konnte nicht geladen werden. Vielleicht fehlt die Verbindung, oder es gibt eine neue Version.',
    reload: 'Neu laden',
  },
  es: {
    sentence: 'No se pudo cargar Inkling. Quizá no haya conexión o haya una versión nueva.',
    reload: 'Recargar',
  },
  fr: {
    sentence:
      'Inkling n’a pas pu être chargé. La connexion est peut-être coupée, ou une nouvelle version est en ligne.',
    reload: 'Recharger',
  },
  zh: { sentence: '无法加载 Inkling。可能没有网络连接，或已有新版本。', reload: '重新加载' },
  ja: {
    sentence:
      'Inkling を読み込めませんでした。オフラインか、新しいバージョンが公開された可能性があります。',
    reload: '再読み込み',
  },
  ar: {
    sentence: 'تعذّر تحميل Inkling. قد لا يكون هناك اتصال بالشبكة، أو صدر إصدار جديد.',
    reload: 'إعادة التحميل',
  },
};
