import type { Section } from '../../forms/definition.ts';

/** The member states of the European Union but Germany, by the keys of the Statistisches Bundesamt. */
const unionNationalities =
  '124 125 126 127 128 129 130 131 134 135 137 139 142 143 145 148 151 152 153 154 155 157 161 164 165 181'.split(' ');

/**
 * Objections and the wish for a lock, which its title names: whoever needs it must find it behind a folded title, and
 * because everybody's is titled alike it tells nobody who wishes for one or has one. Each objection stands for itself, costs nothing and lasts until it is
 * withdrawn. The objections against the Bundeswehr and against address books are gone from the law (§§ 36, 50 BMG).
 */
export const rightsSection = {
  id: 'rechte',
  title: 'Widersprüche und Auskunftssperre von Person',
  intro: 'Alles hier ist freiwillig und kostet nichts. Ein Widerspruch gilt, bis Sie ihn zurücknehmen.',
  each: 'persons',
  fields: [
    {
      id: 'widerspruchReligion',
      kind: 'yes-no',
      label: 'Widerspruch gegen die Weitergabe von Daten an die Religionsgesellschaft von Familienangehörigen',
      hint: 'Für Personen, die dieser Religionsgesellschaft nicht angehören. Für die Kirchensteuer gilt der Widerspruch nicht.',
      optional: true,
      when: {
        any: [
          { field: '/persons', moreThan: 1 },
          { field: 'familienstand', isOneOf: ['VH', 'LP'] },
        ],
      },
    },
    {
      id: 'widerspruchParteien',
      kind: 'yes-no',
      label: 'Widerspruch gegen die Weitergabe von Daten an Parteien vor Wahlen und Abstimmungen',
      hint: 'Er gilt auch für Wählergruppen und andere Träger von Wahlvorschlägen.',
      optional: true,
    },
    {
      id: 'widerspruchJubilaeen',
      kind: 'yes-no',
      label: 'Widerspruch gegen die Weitergabe von Alters- und Ehejubiläen an Mandatsträger, Presse und Rundfunk',
      optional: true,
    },
    {
      id: 'widerspruchJahrgangsfeiern',
      kind: 'yes-no',
      label: 'Widerspruch gegen die Weitergabe von Daten für Jahrgangsfeiern',
      optional: true,
    },
    {
      id: 'widerspruchUnionsbuerger',
      kind: 'yes-no',
      label: 'Widerspruch gegen Wahlinformationen für Bürgerinnen und Bürger der Europäischen Union',
      optional: true,
      when: {
        all: [
          { not: { field: 'staatsangehoerigkeiten', is: '000' } },
          {
            field: 'staatsangehoerigkeiten',
            isOneOf: unionNationalities,
          },
        ],
      },
    },
    {
      id: 'auskunftssperreWunsch',
      kind: 'yes-no',
      label: 'Ich möchte eine Auskunftssperre beantragen',
      hint: 'Wenn Ihnen oder jemand anderem Gefahr droht, sobald andere Ihre Anschrift erfahren. Den Grund schreiben Sie hier bitte nicht auf: Darüber sprechen wir mit Ihnen allein. Was Sie hier wählen, steht auch auf der Kopie der Erklärung. Sie können die Sperre auch später bei uns beantragen, ohne dieses Formular.',
      optional: true,
      sensitive: true,
    },
  ],
} as const satisfies Section;
