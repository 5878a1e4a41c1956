import type { Answers } from './answers.ts';
import { askedLeaves, askedSections } from './asked.ts';
import type { ServiceDefinition } from './definition.ts';
import type { Finding } from './finding.ts';

/** Findings in the order in which their fields stand in the form; those of a whole person before that person's fields. */
export function inFormOrder(
  definition: ServiceDefinition,
  answers: Answers,
  findings: readonly Finding[],
): readonly Finding[] {
  const paths = askedSections(definition, answers).flatMap((section) => [
    ...section.fields.map(({ path }) => path),
    ...askedLeaves(section).map(({ path }) => path),
  ]);
  const place = ({ path }: Finding): number => {
    const found = paths.findIndex((one) => one === path || path.startsWith(`${one}.`) || one.startsWith(`${path}.`));
    return found === -1 ? paths.length : found;
  };
  return findings.toSorted((one, other) => place(one) - place(other));
}
