import type { RuleEntry } from './rule-finding.ts';

/** Findings about the Wohnungsgeber and his confirmation (§ 19 BMG). */
export const landlordFindings = {
  'landlord-proof-missing': {
    severity: 'error',
    rule: 'R-027',
    basis: '§ 19 Abs. 1, § 23 Abs. 1 BMG',
    text: {
      de: 'Die Bestätigung des Wohnungsgebers fehlt noch. Haben Sie keine bekommen, sagen Sie es uns hier.',
      plain: 'Uns fehlt noch der Zettel vom Vermieter. Haben Sie keinen? Dann wählen Sie das bitte aus.',
      en: 'The landlord’s confirmation is still missing. If you did not get one, please tell us here.',
    },
  },
  'landlord-refused': {
    severity: 'warning',
    rule: 'R-028',
    basis: '§ 19 Abs. 2, § 54 Abs. 2 Nr. 3 BMG',
    text: {
      de: 'Danke, dass Sie es sagen. Wir melden Sie an und fragen beim Wohnungsgeber nach.',
      plain: 'Danke, dass Sie es sagen. Wir melden Sie an. Wir fragen Ihren Vermieter.',
      en: 'Thank you for telling us. We register you and ask the landlord.',
    },
  },
  'proof-without-date': {
    severity: 'error',
    rule: 'R-029',
    basis: '§ 19 Abs. 3 Nr. 2 BMG',
    text: {
      de: 'Auf der Bestätigung muss das Einzugsdatum stehen.',
      plain: 'Auf dem Zettel vom Vermieter fehlt der Tag, an dem Sie eingezogen sind.',
      en: 'The confirmation must state the day of moving in.',
    },
  },
  'owner-missing': {
    severity: 'error',
    rule: 'R-030',
    basis: '§ 19 Abs. 3 Nr. 1 BMG',
    text: {
      de: 'Gehört die Wohnung jemand anderem als dem Wohnungsgeber, brauchen wir den Namen der Eigentümerin oder des Eigentümers.',
      plain: 'Wem gehört die Wohnung? Bitte schreiben Sie den Namen auf.',
      en: 'If the dwelling belongs to somebody other than the landlord, we need the owner’s name.',
    },
  },
  'proof-date-differs': {
    severity: 'warning',
    rule: 'R-031',
    basis: '§ 19 Abs. 3 Nr. 2 BMG',
    text: {
      de: 'Auf der Bestätigung steht ein anderer Einzugstag: {day}. Bitte klären Sie das mit uns.',
      plain: 'Auf dem Zettel steht ein anderer Tag: {day}. Welcher Tag stimmt?',
      en: 'The confirmation states another day of moving in: {day}. Please settle this with us.',
    },
  },
  'proof-names-missing': {
    severity: 'warning',
    rule: 'R-032',
    basis: '§ 19 Abs. 3 Nr. 4 BMG',
    text: {
      de: 'Die Bestätigung nennt nicht alle Personen. Für die fehlenden brauchen wir noch eine.',
      plain: 'Auf dem Zettel stehen nicht alle Personen. Für die anderen brauchen wir noch einen Zettel.',
      en: 'The confirmation does not name everybody. We need another one for those who are missing.',
    },
  },
  'own-home-declared': {
    severity: 'info',
    rule: 'R-033',
    basis: '§ 19 BMG',
    only: 'clerk',
    text: {
      de: 'Eigene Wohnung: Die Erklärung der Eigentümerin oder des Eigentümers ersetzt die Bestätigung.',
      plain: 'Die Wohnung gehört Ihnen. Sie brauchen keinen Zettel vom Vermieter.',
      en: 'Own dwelling: the owner’s declaration takes the place of the confirmation.',
    },
  },
} as const satisfies Record<string, RuleEntry>;
