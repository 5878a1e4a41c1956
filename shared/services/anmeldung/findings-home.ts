import type { RuleEntry } from './rule-finding.ts';

/** Findings about moving in and about dwellings (§§ 17, 21, 22, 23, 27 BMG). */
export const homeFindings = {
  'move-in-future': {
    severity: 'error',
    rule: 'R-001',
    basis: '§ 17 Abs. 1 BMG',
    text: {
      de: 'Anmelden können Sie sich erst, wenn Sie eingezogen sind. Der Tag des Einzugs liegt in der Zukunft.',
      plain: 'Dieser Tag kommt erst noch.\nZuerst ziehen Sie ein.\nDann melden Sie sich an.',
      en: 'You can register only once you have moved in. This day is in the future.',
    },
  },
  'move-in-before-birth': {
    severity: 'error',
    basis: '§ 17 Abs. 1 BMG',
    text: {
      de: 'Der Tag des Einzugs liegt vor der Geburt einer Person. Bitte prüfen Sie beide Tage.',
      plain: 'An diesem Tag war eine Person noch gar nicht geboren.\nBitte prüfen Sie das Datum.',
      en: 'On the day of moving in, one of the persons was not yet born. Please check both days.',
    },
  },
  'deadline-missed': {
    severity: 'warning',
    rule: 'R-004',
    basis: '§ 17 Abs. 1, § 54 Abs. 2 Nr. 1 BMG',
    text: {
      de: 'Die Frist von zwei Wochen endete am {deadline}. Wir melden Sie trotzdem an. Eine Geldbuße ist möglich.',
      plain:
        'Sie sind spät dran: Der letzte Tag war der {deadline}.\nWir melden Sie trotzdem an.\nVielleicht müssen Sie Geld zahlen.',
      en: 'The two weeks ended on {deadline}. We will register you all the same. A fine is possible.',
    },
  },
  'move-out-after-move-in': {
    severity: 'warning',
    text: {
      de: 'Der Auszug liegt mehr als einen Monat nach dem Einzug. Bitte prüfen Sie beide Tage.',
      plain: 'Zwischen Einzug und Auszug liegt mehr als 1 Monat.\nStimmt das?',
      en: 'You moved out more than a month after moving in. Please check both days.',
    },
  },
  'short-stay': {
    severity: 'info',
    rule: 'R-043',
    basis: '§ 27 Abs. 2 BMG',
    text: {
      de: 'Sie bleiben an Ihrer bisherigen Wohnung gemeldet und wohnen hier höchstens sechs Monate? Dann müssen Sie sich hier nicht anmelden.',
      plain: 'Sie behalten Ihre alte Wohnung.\nHier wohnen Sie nur kurz.\nDann müssen Sie sich hier nicht anmelden.',
      en: 'You stay registered at your previous dwelling and live here for six months at most? Then you need not register here.',
    },
  },
  'home-outside-office': {
    severity: 'error',
    rule: 'R-098',
    basis: '§ 17 Abs. 1 BMG',
    text: {
      de: 'Diese Wohnung liegt nicht in unserer Stadt. Bitte melden Sie sich bei der Meldebehörde Ihres neuen Wohnortes an.',
      plain: 'Diese Wohnung ist in einer anderen Stadt.\nBitte melden Sie sich dort an.',
      en: 'This dwelling is not in our town. Please register with the authority of your new town.',
    },
  },
  'unknown-address': {
    severity: 'info',
    rule: 'R-099',
    only: 'clerk',
    text: {
      de: 'Die bisherige Anschrift ist unbekannt und geht so an das Register.',
      plain: 'Die alte Adresse ist nicht bekannt.',
      en: 'The previous address is unknown and goes to the register as such.',
    },
  },
  'unknown-address-mixed': {
    severity: 'error',
    rule: 'R-099',
    text: {
      de: 'Die Anschrift ist als unbekannt eingetragen. Bitte lassen Sie Straße, Ort und Staat leer.',
      plain: 'Sie haben gewählt: Niemand weiß die Adresse.\nDann lassen Sie die anderen Felder bitte leer.',
      en: 'The address is entered as unknown. Please leave street, town and country empty.',
    },
  },
  'several-main-homes': {
    severity: 'error',
    rule: 'R-034',
    basis: '§ 21 Abs. 1 BMG',
    text: {
      de: 'Es kann nur eine Hauptwohnung geben. Bitte wählen Sie eine davon aus.',
      plain: 'Es gibt nur eine Haupt-Wohnung.\nBitte wählen Sie eine Wohnung aus.',
      en: 'There can be only one main residence. Please choose one of them.',
    },
  },
  'no-main-home': {
    severity: 'error',
    rule: 'R-034',
    basis: '§ 21 Abs. 1 BMG',
    text: {
      de: 'Bei mehreren Wohnungen in Deutschland ist eine davon die Hauptwohnung. Bitte wählen Sie sie aus.',
      plain: 'Sie haben mehrere Wohnungen.\nEine davon ist Ihre Haupt-Wohnung.\nBitte wählen Sie sie aus.',
      en: 'If you have several dwellings in Germany, one of them is the main residence. Please choose it.',
    },
  },
  'only-home-not-sole': {
    severity: 'error',
    rule: 'R-035',
    basis: '§ 21 Abs. 3 BMG',
    text: {
      de: 'Das ist Ihre einzige Wohnung in Deutschland. Bitte wählen Sie „meine einzige Wohnung“.',
      plain: 'In Deutschland haben Sie nur diese Wohnung.\nBitte wählen Sie: „meine einzige Wohnung“.',
      en: 'This is your only dwelling in Germany. Please choose “my only dwelling”.',
    },
  },
  'sole-home-among-several': {
    severity: 'error',
    rule: 'R-036',
    basis: '§ 21 Abs. 1 BMG',
    text: {
      de: 'Sie geben mehrere Wohnungen in Deutschland an. Bitte wählen Sie Hauptwohnung oder Nebenwohnung.',
      plain: 'Sie haben mehrere Wohnungen.\nBitte wählen Sie Haupt-Wohnung oder Neben-Wohnung.',
      en: 'You state several dwellings in Germany. Please choose main or secondary residence.',
    },
  },
  'foreign-home-does-not-count': {
    severity: 'error',
    rule: 'R-037',
    basis: '§ 21 Abs. 1 BMG',
    text: {
      de: 'Wohnungen im Ausland zählen hier nicht. Bitte wählen Sie „meine einzige Wohnung“.',
      plain: 'Die Wohnung im anderen Land zählt hier nicht.\nBitte wählen Sie: „meine einzige Wohnung“.',
      en: 'Dwellings abroad do not count here. Please choose “my only dwelling”.',
    },
  },
  'family-home-elsewhere': {
    severity: 'warning',
    rule: 'R-038',
    basis: '§ 22 Abs. 1 BMG',
    only: 'clerk',
    text: {
      de: 'Nicht dauernd getrennt, Ehegatte oder Lebenspartner wohnt woanders: Hauptwohnung ist die vorwiegend benutzte Wohnung der Familie.',
      plain: 'Die Familie wohnt woanders.\nDort ist die Haupt-Wohnung.',
      en: 'Not permanently separated, spouse or civil partner lives elsewhere: the main residence is the dwelling the family uses most.',
    },
  },
  'child-between-homes': {
    severity: 'warning',
    rule: 'R-040',
    basis: '§ 22 Abs. 2 BMG',
    text: {
      de: 'Die Sorgeberechtigten leben getrennt: Hauptwohnung des Kindes ist die Wohnung, die es vorwiegend benutzt. Bitte sprechen Sie uns an.',
      plain:
        'Das Kind wohnt an 2 Orten.\nAn einem Ort ist es am meisten.\nDort ist die Haupt-Wohnung.\nWir sprechen mit Ihnen darüber.',
      en: 'Those who have custody live apart: the child’s main residence is the dwelling it uses most. Please speak to us.',
    },
  },
  'register-query-incomplete': {
    severity: 'error',
    rule: 'R-047',
    basis: '§ 23 Abs. 3 BMG',
    text: {
      de: 'Diese Angabe brauchen wir, um im Melderegister zu suchen.',
      plain: 'Das fehlt noch.\nDann finden wir Ihre Daten.',
      en: 'We need this to search the register.',
    },
  },
} as const satisfies Record<string, RuleEntry>;
