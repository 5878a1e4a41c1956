import type { RuleEntry } from './rule-finding.ts';

/** Findings about moving in and about dwellings (§§ 17, 21, 22, 23, 27 BMG). */
export const homeFindings = {
  'move-in-future': {
    severity: 'error',
    rule: 'R-001',
    basis: '§ 17 Abs. 1 BMG',
    text: {
      de: 'Anmelden können Sie sich erst, wenn Sie eingezogen sind. Der Tag des Einzugs liegt in der Zukunft.',
      plain: 'Dieser Tag kommt erst noch. Sie können sich erst anmelden, wenn Sie in der Wohnung wohnen.',
      en: 'You can register only after you have moved in. This day lies in the future.',
    },
  },
  'move-in-before-birth': {
    severity: 'error',
    basis: '§ 17 Abs. 1 BMG',
    text: {
      de: 'Der Tag des Einzugs liegt vor der Geburt einer Person dieser Anmeldung.',
      plain: 'An diesem Tag war eine der Personen noch nicht geboren. Bitte prüfen Sie das Datum.',
      en: 'On the day of moving in, one of the persons was not yet born.',
    },
  },
  'deadline-missed': {
    severity: 'warning',
    rule: 'R-004',
    basis: '§ 17 Abs. 1, § 54 Abs. 2 Nr. 1 BMG',
    text: {
      de: 'Die Frist von zwei Wochen endete am {deadline}. Wir melden Sie trotzdem an. Eine Geldbuße ist möglich.',
      plain: 'Sie sind spät dran: Der letzte Tag war der {deadline}. Wir melden Sie trotzdem an.',
      en: 'The period of two weeks ended on {deadline}. We will register you all the same. A fine is possible.',
    },
  },
  'move-out-after-move-in': {
    severity: 'warning',
    text: {
      de: 'Der Auszug liegt mehr als einen Monat nach dem Einzug. Bitte prüfen Sie beide Tage.',
      plain: 'Zwischen Einzug und Auszug liegt mehr als ein Monat. Stimmt das?',
      en: 'You moved out more than a month after moving in. Please check both days.',
    },
  },
  'short-stay': {
    severity: 'info',
    rule: 'R-043',
    basis: '§ 27 Abs. 2 BMG',
    text: {
      de: 'Wer in Deutschland gemeldet bleibt und höchstens sechs Monate bleibt, muss sich hier nicht anmelden.',
      plain: 'Sie behalten Ihre alte Wohnung und bleiben nur kurz. Dann müssen Sie sich hier nicht anmelden.',
      en: 'If you stay registered elsewhere in Germany and stay here for six months at most, you need not register here.',
    },
  },
  'home-outside-office': {
    severity: 'error',
    rule: 'R-098',
    basis: '§ 17 Abs. 1 BMG',
    text: {
      de: 'Diese Wohnung liegt nicht in unserer Stadt. Zuständig ist die Meldebehörde des neuen Wohnortes.',
      plain: 'Diese Wohnung ist in einer anderen Stadt. Bitte melden Sie sich dort an.',
      en: 'This dwelling is not in our town. Please register with the office of your new place of residence.',
    },
  },
  'unknown-address': {
    severity: 'info',
    rule: 'R-099',
    only: 'clerk',
    text: {
      de: 'Die bisherige Anschrift ist unbekannt und geht so an das Register.',
      plain: 'Die alte Adresse ist nicht bekannt.',
      en: 'The previous address is unknown and is passed on as such.',
    },
  },
  'unknown-address-mixed': {
    severity: 'error',
    rule: 'R-099',
    text: {
      de: 'Eine unbekannte Anschrift hat keine Straße, keinen Ort und keinen Staat.',
      plain: 'Die Adresse ist als „unbekannt“ eingetragen. Dann darf dort sonst nichts stehen.',
      en: 'An unknown address has no street, no place and no country.',
    },
  },
  'several-main-homes': {
    severity: 'error',
    rule: 'R-034',
    basis: '§ 21 Abs. 1 BMG',
    text: {
      de: 'Es kann nur eine Hauptwohnung geben. Hier sind mehrere eingetragen.',
      plain: 'Sie können nur eine Haupt-Wohnung haben. Bitte wählen Sie eine aus.',
      en: 'There can be only one main residence. Several are entered.',
    },
  },
  'no-main-home': {
    severity: 'error',
    rule: 'R-034',
    basis: '§ 21 Abs. 1 BMG',
    text: {
      de: 'Bei mehreren Wohnungen in Deutschland ist eine davon die Hauptwohnung.',
      plain: 'Sie haben mehrere Wohnungen. Eine davon ist Ihre Haupt-Wohnung. Bitte wählen Sie sie aus.',
      en: 'With several dwellings in Germany, one of them is the main residence.',
    },
  },
  'only-home-not-sole': {
    severity: 'error',
    rule: 'R-035',
    basis: '§ 21 Abs. 3 BMG',
    text: {
      de: 'Ist es Ihre einzige Wohnung in Deutschland, wählen Sie bitte „meine einzige Wohnung“.',
      plain: 'Sie haben nur diese Wohnung. Bitte wählen Sie: „meine einzige Wohnung“.',
      en: 'If it is your only dwelling in Germany, please choose “my only dwelling”.',
    },
  },
  'sole-home-among-several': {
    severity: 'error',
    rule: 'R-036',
    basis: '§ 21 Abs. 1 BMG',
    text: {
      de: 'Eine einzige Wohnung kann es nicht sein: Sie geben mehrere Wohnungen in Deutschland an.',
      plain: 'Sie haben mehrere Wohnungen. Dann ist keine davon „meine einzige Wohnung“.',
      en: 'It cannot be your only dwelling: you state several dwellings in Germany.',
    },
  },
  'foreign-home-does-not-count': {
    severity: 'error',
    rule: 'R-037',
    basis: '§ 21 Abs. 1 BMG',
    text: {
      de: 'Wohnungen im Ausland zählen hier nicht. In Deutschland ist die neue Wohnung Ihre einzige.',
      plain: 'Die Wohnung im Ausland zählt hier nicht. Bitte wählen Sie: „meine einzige Wohnung“.',
      en: 'Dwellings abroad do not count here. In Germany the new dwelling is your only one.',
    },
  },
  'family-home-elsewhere': {
    severity: 'warning',
    rule: 'R-038',
    basis: '§ 22 Abs. 1 BMG',
    only: 'clerk',
    text: {
      de: 'Verheiratet, nicht getrennt, Ehegatte wohnt woanders: Hauptwohnung ist die vorwiegend benutzte Wohnung der Familie.',
      plain: 'Die Familie wohnt woanders. Dort ist die Haupt-Wohnung.',
      en: 'Married, not separated, spouse lives elsewhere: the main residence is the dwelling the family mainly uses.',
    },
  },
  'child-between-homes': {
    severity: 'warning',
    rule: 'R-040',
    basis: '§ 22 Abs. 2 BMG',
    text: {
      de: 'Die Eltern wohnen getrennt: Hauptwohnung des Kindes ist die, in der es vorwiegend wohnt. Bitte klären Sie das mit uns.',
      plain:
        'Das Kind hat zwei Zuhause. Seine Haupt-Wohnung ist dort, wo es am meisten wohnt. Wir besprechen das mit Ihnen.',
      en: 'The parents live apart: the child’s main residence is where it mainly lives. Please settle this with us.',
    },
  },
  'register-query-incomplete': {
    severity: 'error',
    rule: 'R-047',
    basis: '§ 23 Abs. 3 BMG',
    text: {
      de: 'Für die Abfrage im Register fehlt diese Angabe.',
      plain: 'Das brauchen wir, um Ihre Daten zu finden.',
      en: 'This is needed to ask the register.',
    },
  },
} as const satisfies Record<string, RuleEntry>;
