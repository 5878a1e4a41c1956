import type { Texts } from '../../forms/texts.ts';
import { english } from './texts-en.ts';
import { plain } from './texts-plain.ts';

/** Everything a citizen reads of the Anmeldung beside the binding German, by the ids of the definition. */
export const texts: Texts = { en: english, plain };
