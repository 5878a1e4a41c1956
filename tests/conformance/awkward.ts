import type { Declaration, DeclaredSection } from '../../shared/declaration/declaration.ts';
import { letters, nameSigns, sequences, textSigns } from '../../shared/base/din-91379.ts';
import type { TypesetJob } from '../../server/ports/typesetter.ts';
import { declaration as small } from '../support/sealed-case.ts';
import { printedSealJob } from '../support/sample-documents.ts';
import { jobOf } from './declared.ts';

/** Documents that are hard to print, each by name: what a form brings along once in a thousand days. */
export const awkwardJobs = (): Readonly<Record<string, () => Promise<TypesetJob>>> => ({
  'two hundred entries': () => jobOf({ ...small, sections: manySections }),
  'DIN 91379 in full': () => jobOf({ ...small, sections: [section('letters', lettersByTwenty)] }),
  'notices from right to left': () =>
    jobOf(arabic, { second: { lang: 'ar', rtl: true, name: 'Arabisch', note: 'Es gilt der deutsche Text.' } }),
  'empty fields': () => jobOf(empty),
  'words without end': () => jobOf(endless),
  'a printed seal': async () => printedSealJob,
});

const section = (id: string, shown: readonly string[]): DeclaredSection => ({
  id,
  title: { de: `Abschnitt ${id}` },
  entries: shown.map((text, at) => ({
    id: `e${at}`,
    label: { de: `Angabe ${at + 1}` },
    shown: { de: text },
    value: text,
  })),
});

const manySections = Array.from({ length: 10 }, (_, at) =>
  section(
    `s${at}`,
    Array.from({ length: 20 }, (_, row) => `Wert ${row + 1} im Abschnitt ${at + 1}`),
  ),
);

/** Every letter, sign and sequence once, in lines of twenty. */
const lettersByTwenty = (() => {
  const sign = new RegExp(`^[${letters}${nameSigns}${textSigns}]$`, 'u');
  const single = Array.from({ length: 0x3000 - 0x20 }, (_, at) => String.fromCodePoint(at + 0x20));
  const all = [...single.filter((letter) => sign.test(letter) && letter.trim() !== ''), ...sequences.split(' ')];
  return Array.from({ length: Math.ceil(all.length / 20) }, (_, line) =>
    all.slice(20 * line, 20 * line + 20).join(' '),
  );
})();

const arabic: Declaration = {
  ...small,
  notices: [
    {
      id: 'privacy',
      text: {
        de: 'Die Stadt ist für Ihre Daten verantwortlich.',
        shown: 'المدينة مسؤولة عن بياناتك. يمكنك الاعتراض خلال 14 يومًا (المادة 13).',
      },
      basis: 'Art. 13 DSGVO',
    },
  ],
};

const empty: Declaration = {
  ...small,
  basis: '',
  authority: { name: 'Stadt', ags: '08116078', address: '' },
  identification: [],
  sections: [{ id: 'nothing', title: { de: 'Ohne Angaben' }, entries: [] }, section('blank', ['', ' '])],
  statements: [],
  notices: [],
};

const endless: Declaration = {
  ...small,
  sections: [section('long', ['Donaudampfschifffahrt'.repeat(30), 'ẞ'.repeat(400), 'Aa-'.repeat(200)])],
  signers: small.signers.map((signer) => ({ ...signer, name: 'Müllerßen'.repeat(25) })),
};
