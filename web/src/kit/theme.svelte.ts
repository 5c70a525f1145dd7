import { readSetting, writeSetting } from '../storage/localSetting';

export const themes = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themes)[number];

const key = 'theme';

function stored(): ThemeChoice {
  const value = readSetting(key);
  return themes.find((theme) => theme === value) ?? 'system';
}

/** Light or dark: follows the system until the person chooses. */
class Theme {
  choice = $state<ThemeChoice>(stored());
  private systemDark = $state(false);
  readonly dark = $derived(this.choice === 'system' ? this.systemDark : this.choice === 'dark');

  constructor() {
    const query = matchMedia('(prefers-color-scheme: dark)');
    this.systemDark = query.matches;
    query.addEventListener('change', ({ matches }) => {
      this.systemDark = matches;
    });
    this.show();
  }

  next(): void {
    this.choice = themes[(themes.indexOf(this.choice) + 1) % themes.length] ?? 'system';
    writeSetting(key, this.choice);
    this.show();
  }

  private show(): void {
    document.documentElement.dataset.theme = this.choice;
  }
}

export const theme = new Theme();
