import type { Section } from '../../forms/definition.ts';

/** The Wohnungsgeber and his confirmation (§ 19 BMG). Who moves into a dwelling of his own declares that himself. */
export const landlordSection = {
  id: 'wohnungsgeber',
  title: 'Wohnungsgeber',
  intro: 'Wohnungsgeber ist, wer Ihnen die Wohnung überlässt, meistens die Vermieterin oder der Vermieter.',
  fields: [
    { id: 'selbstEigentuemer', kind: 'yes-no', label: 'Gehört die neue Wohnung Ihnen selbst?' },
    {
      id: 'wohnungsgeber',
      kind: 'group',
      label: 'Wohnungsgeber',
      when: { field: 'selbstEigentuemer', is: false },
      fields: [
        { id: 'name', kind: 'text', label: 'Name', maxLength: 120 },
        { id: 'anschrift', kind: 'address', label: 'Anschrift', within: 'anywhere' },
        { id: 'istEigentuemer', kind: 'yes-no', label: 'Gehört die Wohnung dem Wohnungsgeber?' },
        {
          id: 'eigentuemer',
          kind: 'text',
          label: 'Name der Eigentümerin oder des Eigentümers',
          maxLength: 120,
          when: { field: 'wohnungsgeber.istEigentuemer', is: false },
        },
      ],
    },
    {
      id: 'nachweis',
      kind: 'choice',
      label: 'Wohnungsgeberbestätigung',
      options: {
        reference: 'Ich habe ein Zuordnungsmerkmal (eine Nummer) bekommen',
        paper: 'Ich habe sie auf Papier dabei',
        refused: 'Ich habe keine bekommen',
      },
      when: { field: 'selbstEigentuemer', is: false },
    },
    {
      id: 'zuordnungsmerkmal',
      kind: 'text',
      label: 'Zuordnungsmerkmal',
      maxLength: 60,
      when: { field: 'nachweis', is: 'reference' },
    },
    {
      id: 'papier',
      kind: 'group',
      label: 'Wohnungsgeberbestätigung auf Papier',
      by: 'clerk',
      when: { field: 'nachweis', is: 'paper' },
      fields: [
        { id: 'einzugsdatum', kind: 'date', label: 'Einzugsdatum laut Wohnungsgeberbestätigung', by: 'clerk' },
        { id: 'nenntAlle', kind: 'yes-no', label: 'Nennt sie alle Personen, die einziehen?', by: 'clerk' },
      ],
    },
    {
      id: 'verweigertGrund',
      kind: 'text',
      label: 'Warum haben Sie keine Wohnungsgeberbestätigung bekommen?',
      maxLength: 300,
      when: { field: 'nachweis', is: 'refused' },
    },
  ],
} as const satisfies Section;
