import { describe, expect, test } from 'vitest';
import { letters, nameSigns, sequences, textSigns } from '../../shared/base/din-91379.ts';
import { Refusal } from '../../shared/base/refusal.ts';
import { codePointsOf, readFonts } from './fonts.ts';
import { sheetOfTheFamily } from './family-of-four.ts';
import { declarationSheet } from './sheet.ts';
import { jobFor, print, textOf, typst } from './trial-print.ts';

const family = declarationSheet(sheetOfTheFamily);

describe('characters', () => {
  const everyLetter = codePoints(0x20, 0x2fff).filter((letter) =>
    new RegExp(`^[${letters}${nameSigns}${textSigns}]$`, 'u').test(letter),
  );
  /** Greek and Cyrillic of DIN 91379, extended. */
  const beyond = codePoints(0x386, 0x44f).filter(
    (letter) => /^[Ά-ΈΉΊΌΎ-ΡΣ-ώЍА-ЪЬЮ-ъьюя]$/u.test(letter) && letter !== '\u0387',
  );

  test('all letters and signs of DIN 91379 have a glyph in the text font and in the bold one', () => {
    const [, math = [], regular = [], semibold = []] = readFonts().map((font) => [...codePointsOf(font)]);
    const without = (font: readonly number[]) => {
      const glyphs = new Set([...font, ...math]);
      return [...everyLetter, ...beyond, ...Array.from(sequences.replaceAll(' ', ''))].filter(
        (letter) => !glyphs.has(letter.codePointAt(0) ?? 0),
      );
    };
    expect(everyLetter.length).toBeGreaterThan(600);
    expect(without(regular)).toEqual([]);
    expect(without(semibold)).toEqual([]);
  });

  test('all letters, sequences and signs of DIN 91379 are typeset, in running text and in bold', () => {
    const all = [...everyLetter, ...beyond, ...sequences.split(' ')].join(' ');
    const job = jobFor({
      ...family,
      sections: [{ title: { de: all }, entries: [{ label: { de: all }, shown: { de: all } }] }],
    });
    expect(() => typst.typeset(job)).not.toThrow();
  });

  test('a decomposed name is composed before it is set', async () => {
    const shown = 'Özgür Żak'.normalize('NFD');
    expect(await textOf({ ...family, sections: one(shown) })).toContain('Özgür Żak');
  });

  test.for<[string, string, string[]]>([
    ['a letter no font has', 'Name 漢字', ['U+5B57', 'U+6F22']],
    ['a zero-width space', 'Mei\u200ber', ['U+200B']],
    ['a mark that turns the direction', 'Meier\u202e321', ['U+202E']],
    ['an isolate', '\u2066Meier\u2069', ['U+2066', 'U+2069']],
    ['a control character', 'Mei\u0000er', ['U+0000']],
    ['a soft hyphen', 'Mei\u00ader', ['U+00AD']],
    ['an emoji', 'Meier 🙂', ['U+1F642']],
    ['half a character', 'Meier \ud83d', ['U+D83D']],
    ['a private letter', 'Meier \ue000', ['U+E000']],
  ])('%s is refused by its name, never a box', ([, shown, characters]) => {
    const refused = caught(() => typst.typeset(jobFor({ ...family, sections: one(shown) })));
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({ code: 'text-not-printable', details: { characters } });
  });

  test('a refused document leaves the next one as it was', () => {
    const before = typst.typeset(jobFor(family));
    caught(() => typst.typeset(jobFor({ ...family, sections: one('漢') })));
    expect(Buffer.compare(typst.typeset(jobFor(family)), before)).toBe(0);
  });
});

describe('hostile text stays text', () => {
  test.for([
    '#panic("no")',
    '*bold* _it_ `raw` = Titel',
    '#read("/etc/passwd")',
    '\\u{41} \\ "quoted" \'single\'',
    '$ x^2 $ <label> @ref [content] // comment /* more */',
    '"}]}, {"de": "other"',
    '</svg><script>alert(1)</script>',
    '- list + enum / term: --- ...',
  ])('%s', async (hostile) => {
    const printed = (await textOf({ ...family, sections: one(hostile) })).replaceAll(/\s/g, '');
    expect(printed).toContain(hostile.replaceAll(/\s/g, ''));
  });

  test('a word of five hundred letters breaks inside its column and loses none', async () => {
    const word = 'Donaudampfschiffahrt'.repeat(25);
    const document = await print({ ...family, sections: one(word) });
    const page = document.extractText()[0];
    expect(page?.text.replaceAll(/\s/g, '')).toContain(word);
    const right = Math.max(...(page?.lines ?? []).map(({ bbox }) => bbox.x + bbox.width));
    expect(right).toBeLessThan(page?.width ?? 0);
  });
});

const one = (shown: string) => [
  { title: { de: 'Angaben' }, entries: [{ label: { de: 'Angabe' }, shown: { de: shown } }] },
];

function codePoints(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));
}

function caught(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
}
