import type { Declaration } from '../../../shared/declaration/declaration.ts';

/** What has to be seen before anybody can confirm: every section, then the assurances and the notices. */
export type Part = { id: string; kind: 'section' | 'statements' | 'notices' };

/** Parts in the order of the screen. Assurances and notices are cards of their own, below the sections. */
export function partsOf(declaration: Declaration): readonly Part[] {
  const sections = declaration.sections.map(({ id }): Part => ({ id, kind: 'section' }));
  const clauses = (kind: 'statements' | 'notices'): readonly Part[] =>
    declaration[kind].length > 0 ? [{ id: kind, kind }] : [];
  return [...sections, ...clauses('statements'), ...clauses('notices')];
}

export const isAllSeen = (declaration: Declaration, seen: ReadonlySet<string>): boolean =>
  partsOf(declaration).every(({ id }) => seen.has(id));

/** The section ids an act lists, in the order of the declaration. */
export const sectionsSeen = (declaration: Declaration, seen: ReadonlySet<string>): string[] =>
  declaration.sections.map(({ id }) => id).filter((id) => seen.has(id));
