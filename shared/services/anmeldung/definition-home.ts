import type { Section } from '../../forms/definition.ts';

/** Who declares, the dwelling moved into, and the dwellings before and beside it (§§ 17, 21 BMG). */
export const homeSections = [
  {
    id: 'anmeldende',
    title: 'Wer meldet an?',
    fields: [
      {
        id: 'rolle',
        kind: 'choice',
        label: 'Wer gibt die Erklärung ab?',
        by: 'clerk',
        options: {
          self: 'die erste Person dieser Anmeldung',
          householder: 'die Person, in deren Wohnung das Kind einzieht',
          guardian: 'die rechtliche Betreuung oder Pflegschaft',
          authorised: 'eine bevollmächtigte Person',
        },
      },
      {
        id: 'anmeldendePerson',
        kind: 'name',
        label: 'Vor- und Familienname',
        maxLength: 120,
        by: 'clerk',
        when: { not: { field: 'rolle', is: 'self' } },
      },
    ],
  },
  {
    id: 'umzug',
    title: 'Neue Wohnung',
    fields: [
      { id: 'einzugsdatum', kind: 'date', label: 'Tag des Einzugs', hint: 'Der Tag, an dem Sie eingezogen sind.' },
      {
        id: 'neueWohnung',
        kind: 'address',
        label: 'Anschrift der neuen Wohnung',
        hint: 'Stockwerk oder Wohnungsnummer tragen Sie bitte als Zusatz ein.',
        within: 'office',
      },
      {
        id: 'wohnungsstatus',
        kind: 'choice',
        label: 'Die neue Wohnung ist',
        hint: 'Bei mehreren Wohnungen in Deutschland ist Ihre Hauptwohnung die, die Sie vorwiegend benutzen.',
        options: { alleinig: 'meine einzige Wohnung', haupt: 'meine Hauptwohnung', neben: 'eine Nebenwohnung' },
      },
      {
        id: 'bleibtHoechstensSechsMonate',
        kind: 'yes-no',
        label: 'Wohnen Sie dort höchstens sechs Monate?',
      },
    ],
  },
  {
    id: 'bisher',
    title: 'Bisherige Wohnung',
    fields: [
      { id: 'bisherigeWohnung', kind: 'address', label: 'Anschrift der bisherigen Wohnung', within: 'germany' },
      {
        id: 'bisherigerStatus',
        kind: 'choice',
        label: 'Die bisherige Wohnung war',
        options: { alleinig: 'meine einzige Wohnung', haupt: 'meine Hauptwohnung', neben: 'eine Nebenwohnung' },
      },
      { id: 'wirdBeibehalten', kind: 'yes-no', label: 'Behalten Sie die bisherige Wohnung?' },
      {
        id: 'bisherigerStatusKuenftig',
        kind: 'choice',
        label: 'Die bisherige Wohnung ist künftig',
        options: { haupt: 'meine Hauptwohnung', neben: 'eine Nebenwohnung' },
        when: { field: 'wirdBeibehalten', is: true },
      },
      {
        id: 'auszugsdatum',
        kind: 'date',
        label: 'Tag des Auszugs',
        when: { field: 'wirdBeibehalten', is: false },
      },
      {
        id: 'hatWeitereWohnungen',
        kind: 'yes-no',
        label: 'Haben Sie noch andere Wohnungen?',
        hint: 'Auch im Ausland. Die neue und die bisherige Wohnung zählen Sie bitte nicht mit.',
      },
      {
        id: 'weitereWohnungen',
        kind: 'list',
        label: 'Andere Wohnungen',
        itemLabel: 'Wohnung',
        limit: 5,
        when: { field: 'hatWeitereWohnungen', is: true },
        fields: [
          { id: 'anschrift', kind: 'address', label: 'Anschrift', within: 'anywhere' },
          {
            id: 'status',
            kind: 'choice',
            label: 'Diese Wohnung ist',
            options: { alleinig: 'meine einzige Wohnung', haupt: 'meine Hauptwohnung', neben: 'eine Nebenwohnung' },
            when: {
              any: [
                { field: 'anschrift.state', isSet: false },
                { field: 'anschrift.state', is: '000' },
              ],
            },
          },
        ],
      },
    ],
  },
] as const satisfies readonly Section[];
