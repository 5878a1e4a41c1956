import type { RuleEntry } from './rule-finding.ts';

/** Findings about the Wohnungsgeber and his confirmation (§ 19 BMG). */
export const landlordFindings = {
  'landlord-proof-missing': {
    severity: 'error',
    rule: 'R-027',
    basis: '§ 19 Abs. 1, § 23 Abs. 1 BMG',
    text: {
      de: 'Die Wohnungsgeberbestätigung fehlt noch. Haben Sie keine bekommen, wählen Sie das bitte aus.',
      plain: 'Das Papier vom Vermieter fehlt noch.\nHaben Sie nichts bekommen?\nDann wählen Sie das bitte aus.',
      en: 'The landlord’s confirmation is still missing. If you did not get one, please choose that.',
    },
  },
  'landlord-refused': {
    severity: 'warning',
    rule: 'R-028',
    basis: '§ 19 Abs. 2, § 54 Abs. 2 Nr. 3 BMG',
    text: {
      de: 'Danke, dass Sie es sagen. Wir melden Sie an und fragen beim Wohnungsgeber nach.',
      plain: 'Danke für Ihre Antwort.\nWir melden Sie an.\nWir fragen Ihren Vermieter.',
      en: 'Thank you for telling us. We will register you and ask the landlord.',
    },
  },
  'proof-without-date': {
    severity: 'error',
    rule: 'R-029',
    basis: '§ 19 Abs. 3 Nr. 2 BMG',
    text: {
      de: 'In der Wohnungsgeberbestätigung muss das Einzugsdatum stehen.',
      plain: 'Auf dem Papier vom Vermieter fehlt etwas:\nder Tag vom Einzug.',
      en: 'The landlord’s confirmation must state the day of moving in.',
    },
  },
  'owner-missing': {
    severity: 'error',
    rule: 'R-030',
    basis: '§ 19 Abs. 3 Nr. 1 BMG',
    text: {
      de: 'Die Wohnung gehört nicht dem Wohnungsgeber. Bitte nennen Sie die Eigentümerin oder den Eigentümer.',
      plain: 'Wem gehört die Wohnung?\nBitte schreiben Sie den Namen auf.',
      en: 'The dwelling does not belong to the landlord. Please give the owner’s name.',
    },
  },
  'proof-date-differs': {
    severity: 'warning',
    rule: 'R-031',
    basis: '§ 19 Abs. 3 Nr. 2 BMG',
    text: {
      de: 'In der Wohnungsgeberbestätigung steht ein anderes Einzugsdatum: {day}. Bitte sprechen Sie uns an.',
      plain: 'Auf dem Papier steht ein anderer Tag: {day}.\nWelcher Tag stimmt?',
      en: 'The landlord’s confirmation states another day of moving in: {day}. Please speak to us.',
    },
  },
  'proof-names-missing': {
    severity: 'warning',
    rule: 'R-032',
    basis: '§ 19 Abs. 3 Nr. 4 BMG',
    text: {
      de: 'Die Wohnungsgeberbestätigung nennt nicht alle Personen. Für die anderen brauchen wir noch eine.',
      plain: 'Auf dem Papier fehlen Personen.\nFür sie brauchen wir noch ein Papier.',
      en: 'The landlord’s confirmation does not name everybody. We need another one for the others.',
    },
  },
  'own-home-declared': {
    severity: 'info',
    rule: 'R-033',
    basis: '§ 19 BMG',
    only: 'clerk',
    text: {
      de: 'Eigene Wohnung: Die eigene Erklärung tritt an die Stelle der Wohnungsgeberbestätigung.',
      plain: 'Die Wohnung gehört Ihnen.\nSie brauchen kein Papier vom Vermieter.',
      en: 'Own dwelling: the owner’s declaration takes the place of the landlord’s confirmation.',
    },
  },
} as const satisfies Record<string, RuleEntry>;
