import type { Path } from '../../../shared/forms/answers.ts';
import { type AskedField, askedLeaves, type AskedSection } from '../../../shared/forms/asked.ts';
import type { Finding } from '../../../shared/forms/finding.ts';
import type { Texts } from '../../../shared/forms/texts.ts';
import type { Text } from '../i18n/text.ts';
import type { SummarizedError } from '../ui/ErrorSummary.tsx';
import { fieldIdOf, wordsOf } from './form-context.ts';

/** Where findings are shown: at the field of their path, or at the nearest field above it. */

export const isFor = (finding: Finding, reader: 'citizen' | 'clerk'): boolean =>
  finding.only === undefined || finding.only === reader;

export const findingsAt = (findings: readonly Finding[], path: Path): readonly Finding[] =>
  findings.filter((finding) => finding.path === path);

/** Findings whose path is the field's own or lies inside it, `home` and `home.postcode`. */
export const findingsWithin = (findings: readonly Finding[], path: Path): readonly Finding[] =>
  findings.filter((finding) => finding.path === path || finding.path.startsWith(`${path}.`));

/** The errors of these sections in their order, for the summary on top. */
export function summarize(
  sections: readonly AskedSection[],
  findings: readonly Finding[],
  texts: Texts,
  wordsOfFinding: (finding: Finding) => Text,
): readonly SummarizedError[] {
  const errors = findings.filter((finding) => finding.severity === 'error');
  return sections.flatMap((section) =>
    fieldsOf(section.fields).flatMap((asked) =>
      findingsOf(asked, errors).map((finding) => ({
        fieldId: fieldIdOf(asked.path),
        label: labelOf(section, asked, texts),
        message: wordsOfFinding(finding),
      })),
    ),
  );
}

/** Errors that lie in none of these sections still have to be seen somewhere. */
export function findingsOutside(sections: readonly AskedSection[], findings: readonly Finding[]): readonly Finding[] {
  const fields = sections.flatMap((section) => fieldsOf(section.fields));
  return findings.filter((finding) => !fields.some((asked) => findingsOf(asked, [finding]).length > 0));
}

const fieldsOf = (fields: readonly AskedField[]): readonly AskedField[] =>
  fields.flatMap((asked) => [
    asked,
    ...fieldsOf(asked.fields),
    ...asked.items.flatMap((item) => fieldsOf(item.fields)),
  ]);

/** A field with fields inside has only what is said about itself; one with parts (an address) also theirs. */
const findingsOf = (asked: AskedField, findings: readonly Finding[]) =>
  asked.field.kind === 'group' || asked.field.kind === 'list'
    ? findingsAt(findings, asked.path)
    : findingsWithin(findings, asked.path);

function labelOf(section: AskedSection, asked: AskedField, texts: Texts): Text {
  const label = wordsOf(texts, `${asked.key}.label`, asked.field.label);
  if (section.number === undefined) return label;
  const title = wordsOf(texts, `${section.section.id}.title`, section.section.title);
  const join = (one: string, other: string) => `${one} ${section.number}: ${other}`;
  return { de: join(title.de, label.de), plain: join(title.plain, label.plain), en: join(title.en, label.en) };
}

/** The path of every single answer of a section, in order. */
export const pathsOf = (section: AskedSection): readonly Path[] => askedLeaves(section).map((leaf) => leaf.path);
