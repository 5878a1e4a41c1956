export const text = {
  title: 'Anmelden',
  lead: 'Als wer möchten Sie arbeiten?',
  demoTitle: 'DEMO: ohne Schlüssel',
  demoBody: 'Diese Personen sind erfunden. Im echten Betrieb melden sich alle mit einem Schlüssel an.',
  choose: 'Personen des Demo-Amts',
  nobody: 'Dieses Amt bietet keine Demo-Anmeldung an.',
  loading: 'Einen Moment, bitte.',
} as const;
