/** The same where it is a language's tag, otherwise English: a system without one calls it "C". */
export function usableLocale(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
