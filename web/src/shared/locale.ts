/** Returns the tag if it is valid, or else English. Systems without a locale report "C". */
export function usableLocale(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
