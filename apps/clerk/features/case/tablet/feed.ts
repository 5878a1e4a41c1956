import type { Answers, Path } from '../../../../../shared/forms/answers.ts';
import { answerAt } from '../../../../../shared/forms/paths.ts';

/** What arrives from the tablet, latest first: the field and when it was left. */
export type Arrival = { path: Path; at: Date };

type Seen = { answers: Answers; changedByCitizen: readonly Path[] };

/** Adds what the citizen changed since the last look. What was there at the first look has no time worth saying. */
export function nextFeed(feed: readonly Arrival[], before: Seen | undefined, now: Seen, at: Date): readonly Arrival[] {
  if (!before) return now.changedByCitizen.map((path) => ({ path, at: noTime }));
  const known = new Set(before.changedByCitizen);
  const arrived = now.changedByCitizen.filter(
    (path) => !known.has(path) || !isSame(answerAt(before.answers, path), answerAt(now.answers, path)),
  );
  const kept = feed.filter(({ path }) => now.changedByCitizen.includes(path) && !arrived.includes(path));
  return [...arrived.map((path) => ({ path, at })), ...kept];
}

export const noTime = new Date(0);

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
