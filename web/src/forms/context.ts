import { createContext } from 'svelte';
import type { Forms } from './forms.svelte';

export const [useForms, provideForms] = createContext<Forms>();
