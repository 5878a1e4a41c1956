import type { ServiceDefinition } from '../../forms/definition.ts';
import { homeSections } from './definition-home.ts';
import { landlordSection } from './definition-landlord.ts';
import { personSections } from './definition-persons.ts';
import { notices, statements } from './definition-clauses.ts';

/**
 * Anmeldung: whoever moves in registers with the Meldebehörde within two weeks. This is the move within Germany.
 *
 * It is plain JSON on purpose. Its hash is part of every declaration, so what the citizen saw can be rebuilt years
 * later. A published version is never edited; the next one stands beside it with another `version`.
 */
export const definition = {
  id: 'anmeldung',
  version: '2026-11',
  title: 'Anmeldung einer Wohnung',
  basis: '§ 17 Abs. 1 BMG',
  form: { basis: '§ 23 Abs. 1 Satz 2 BMG' },
  sections: [...homeSections, ...personSections, landlordSection],
  statements,
  notices,
} as const satisfies ServiceDefinition;
