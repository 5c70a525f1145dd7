import { createContext } from 'svelte';
import type { Sheets } from './sheets.svelte';

export const [useSheets, provideSheets] = createContext<Sheets>();
