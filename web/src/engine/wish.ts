import { type Variant, variants } from '../protocol/variant';

/** What stands after `?engine=` in the page's address; null where nothing does. */
export const wish = new URLSearchParams(location.search).get('engine');

/** The variant wished for; null where none is, or none of that name. */
export const wished: Variant | null = variants.find((variant) => variant === wish) ?? null;
