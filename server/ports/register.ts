import type { Instant } from '../../shared/base/instant.ts';
import type { Answers } from '../../shared/forms/answers.ts';

/**
 * The Melderegister, as far as the counter needs it: look-up for the prefilled Meldeschein (§ 23 Abs. 3 BMG), the
 * hand-over of a declaration for entry, and word of the entry. Whoever is protected by §§ 51, 52 BMG never leaves the
 * register in someone else's record.
 */
export type Register = {
  /** Needs all four; one that is missing is refused by the caller. Several matches count as none. */
  lookUp(query: RegisterQuery): Promise<RegisterRecord | undefined>;
  /** The record under the key that `lookUp` gave. Keys stay on the server; whoever searched holds a token of ours. */
  read(key: string): Promise<RegisterRecord | undefined>;
  /** Hands over what was declared and accepted. The same Vorgangsnummer twice is one entry, the first. */
  enter(entry: RegisterEntry): Promise<void>;
  /** What stands in the register because of a Vorgang; undefined while there is no entry. */
  entryOf(number: string): Promise<RegisterEntry | undefined>;
};

export type RegisterQuery = { familienname: string; vornamen: string; geburtsdatum: string; letzteAnschrift: string };
/**
 * Answers in the shape of the service's definition, so that they can be laid beside what is declared. `source` names
 * the authority whose register they come from, for the log of § 5 Abs. 1 1. BMeldDÜV.
 */
export type RegisterRecord = { key: string; answers: Answers; source: string };
/** `on` is the moment the entry was made. */
export type RegisterEntry = { number: string; service: string; answers: Answers; on: Instant };
