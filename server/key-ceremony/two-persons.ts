import type { Conversation } from './conversation.ts';

/**
 * What takes two: names, the halves of a secret nobody knows whole, and a confirmation that both have looked. Whoever
 * cannot do his part breaks the ceremony off, and nothing is kept.
 */
export type Persons = readonly [string, string];

/** `given` are names from the command line; who is missing is asked for. */
export async function namePersons(
  { ask, say }: Conversation,
  given: readonly (string | undefined)[],
): Promise<Persons> {
  const first = given[0] || (await ask('Name und Funktion der ersten Person:'));
  const second = given[1] || (await ask('Name und Funktion der zweiten Person:'));
  if (!first || !second) throw new Error('Eine Schlüsselzeremonie braucht die Namen von zwei Personen.');
  if (sameName(first) === sameName(second))
    throw new Error('Eine Schlüsselzeremonie braucht zwei verschiedene Personen.');
  say(`Anwesend: ${first} und ${second}.`);
  return [first, second];
}

const sameName = (name: string): string => name.trim().toLocaleLowerCase('de').replaceAll(/\s+/g, ' ');

export type SecretRules = { what: string; leastLength: number; isNew: boolean };

/** Each types his half, unseen; a new one twice. The secret is one half behind the other. */
export async function secretOfTwo(
  conversation: Conversation,
  persons: Persons,
  { what, leastLength, isNew }: SecretRules,
): Promise<string> {
  const halves: string[] = [];
  for (const person of persons) {
    conversation.say(`${person} gibt jetzt allein eine Hälfte ${what} ein. Die andere Person sieht weg.`);
    const half = await conversation.askSecretly('Hälfte:');
    if (half.length < leastLength) throw new Error(`Jede Hälfte braucht mindestens ${leastLength} Zeichen.`);
    if (isNew && (await conversation.askSecretly('Noch einmal:')) !== half)
      throw new Error('Die Hälfte wurde nicht zweimal gleich eingegeben.');
    halves.push(half);
  }
  if (isNew && halves[0] === halves[1]) throw new Error('Die beiden Hälften dürfen nicht gleich sein.');
  return halves.join('');
}

export type Confirmation = { person: string; at: string; typed: string };

/** Both compare the fingerprint and type its last eight characters: nobody confirms without having looked. */
export async function confirmByBoth(
  conversation: Conversation,
  persons: Persons,
  { fingerprint, what, now }: { fingerprint: string; what: string; now: () => Date },
): Promise<readonly Confirmation[]> {
  const confirmations: Confirmation[] = [];
  const end = fingerprint.slice(-8);
  for (const person of persons) {
    const typed = await conversation.ask(`${person} bestätigt ${what}. Die letzten acht Zeichen des Fingerabdrucks:`);
    if (typed.replaceAll(/\s/g, '').toLowerCase() !== end) throw new Error(`${person} hat nicht bestätigt.`);
    confirmations.push({ person, at: now().toISOString(), typed: end });
  }
  return confirmations;
}

/** In groups of four, as people compare it. */
export const inGroups = (hex: string): string => hex.replaceAll(/(.{4})(?=.)/g, '$1 ');
