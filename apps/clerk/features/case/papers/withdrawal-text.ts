/** Words about a certificate that was wrong. */
export const withdrawnChip = { words: 'zurückgezogen', kind: 'warning' } as const;

export const text = {
  withdrawn: 'Wegen eines Fehlers zurückgezogen',
  withdrawnBecause: (at: string, because: string) => `Seit ${at}: ${because}`,
  says: 'Wer den Echtheitscode prüft, erfährt das. Den Grund erfährt dort niemand.',
  withdraw: 'Zurückziehen',
  withdrawLabel: 'Meldebestätigung zurückziehen',
  title: 'Meldebestätigung zurückziehen?',
  body: 'Nur, wenn sie von Anfang an falsch war. Wer später umzieht, braucht das nicht. Es lässt sich nicht rückgängig machen: Wer den Echtheitscode prüft, sieht von da an, dass sie nicht gilt.',
  reason: 'Was war falsch?',
  reasonHint: 'Der Grund bleibt am Vorgang.',
  reasonMissing: 'Bitte schreiben Sie, was falsch war.',
  confirm: 'Zurückziehen',
  withdrawing: 'wird zurückgezogen …',
  cancel: 'Abbrechen',
  reissue: 'Neu ausstellen',
  reissueLabel: 'Meldebestätigung neu ausstellen',
  reissueHint:
    'Berichtigen Sie zuerst den Eintrag im Melderegister. Die neue Meldebestätigung übernimmt, was dort steht.',
  reissuing: 'wird neu ausgestellt …',
} as const;
