import type { Locale } from '../base/locale.ts';
import type { Answer, Answers, Item, Path } from './answers.ts';
import { holds } from './conditions.ts';
import type { Field, Section, ServiceDefinition } from './definition.ts';
import { answerAt, isItem, itemsAt, joinPath, replaceAt } from './paths.ts';
import { type Texts, textOf } from './texts.ts';

/**
 * What a service asks, given what was answered so far: the steps of the tablet and the cards of the review, in
 * order. Neighbouring sections repeated for the same list run item by item: everything about the first person, then
 * everything about the second.
 */
export type AskedSection = {
  /** Unique in the form, `move` or `person-p2`; what `sectionsSeen` of an act names. */
  id: string;
  section: Section;
  /** The item this one is about, and its place in the list from 1; undefined for sections that stand once. */
  item: Item | undefined;
  number: number | undefined;
  fields: readonly AskedField[];
};

export type AskedField = {
  field: Field;
  /** Where its answer lies. */
  path: Path;
  /** Where its texts lie: `${key}.label`, `${key}.hint`. */
  key: string;
  value: Answer | undefined;
  /** The fields of a group, in order. */
  fields: readonly AskedField[];
  /** The items of a list, each with its fields. */
  items: readonly AskedItem[];
};

export type AskedItem = { item: Item; path: Path; number: number; fields: readonly AskedField[] };

/** A field that holds one answer, with the groups and items around it (outermost first). */
export type AskedLeaf = AskedField & { within: readonly { key: string; german: string; number?: number }[] };

/** Only what is asked; answers that a changed mind left behind neither appear nor count in conditions. */
export function askedSections(definition: ServiceDefinition, answers: Answers): readonly AskedSection[] {
  const kept = askedAnswers(definition, answers);
  return runsOf(definition.sections).flatMap((run) => {
    const each = run[0]?.each;
    if (each === undefined) return run.flatMap((section) => askSection(section, kept));
    return itemsAt(kept, each).flatMap((item, at) => run.flatMap((section) => askSection(section, kept, item, at + 1)));
  });
}

/** Every single answer that is asked for, with the section it stands in. */
export function askedLeaves(section: AskedSection): readonly AskedLeaf[] {
  return section.fields.flatMap((field) => leavesOf(field, []));
}

/** The label of a leaf for a reader, with what is around it: `Ausweis 2: Gültig bis`. */
export function leafLabel(leaf: AskedLeaf, texts: Texts, locale: Locale): string {
  const around = leaf.within.map(({ key, german, number }) => {
    const text = textOf(texts, locale, key, german);
    return number === undefined ? text : `${text} ${number}`;
  });
  return [...around, textOf(texts, locale, `${leaf.key}.label`, leaf.field.label)].join(': ');
}

/**
 * The answers without those that are not asked for. Read in the order of the definition, so that an answer that is
 * not asked for cannot keep another question open.
 */
export function askedAnswers(definition: ServiceDefinition, answers: Answers): Answers {
  let kept = answers;
  for (const section of definition.sections) {
    if (section.each === undefined) kept = keepAsked(section.fields, kept, '', undefined, holds(section.when, kept));
    else
      for (const { id } of itemsAt(answers, section.each)) {
        const path = joinPath(section.each, id);
        const isAsked = holds(section.when, kept, itemOf(kept, path));
        kept = keepAsked(section.fields, kept, path, path, isAsked);
      }
  }
  return kept;
}

function keepAsked(fields: readonly Field[], answers: Answers, prefix: Path, itemPath: Path | undefined, all: boolean) {
  let kept = answers;
  for (const field of fields) {
    const path = joinPath(prefix, field.id);
    if (!all || !holds(field.when, kept, itemOf(kept, itemPath))) kept = replaceAt(kept, path, undefined);
    else if (field.kind === 'group') kept = keepAsked(field.fields, kept, path, itemPath, true);
    else if (field.kind === 'list')
      for (const { id } of itemsAt(kept, path)) {
        const inside = joinPath(path, id);
        kept = keepAsked(field.fields, kept, inside, inside, true);
      }
  }
  return kept;
}

function askSection(section: Section, answers: Answers, item?: Item, number?: number): readonly AskedSection[] {
  if (!holds(section.when, answers, item)) return [];
  const prefix = item && section.each !== undefined ? joinPath(section.each, item.id) : '';
  const id = item ? `${section.id}-${item.id}` : section.id;
  return [{ id, section, item, number, fields: askFields(section.fields, answers, prefix, section.id, item) }];
}

function askFields(
  fields: readonly Field[],
  answers: Answers,
  prefix: Path,
  prefixKey: string,
  item: Item | undefined,
): readonly AskedField[] {
  return fields
    .filter((field) => holds(field.when, answers, item))
    .map((field) => {
      const path = joinPath(prefix, field.id);
      const key = `${prefixKey}.${field.id}`;
      const inner = field.kind === 'group' ? askFields(field.fields, answers, path, key, item) : [];
      const items = field.kind === 'list' ? askItems(field.fields, answers, path, key) : [];
      return { field, path, key, value: answerAt(answers, path), fields: inner, items };
    });
}

function askItems(fields: readonly Field[], answers: Answers, path: Path, key: string): readonly AskedItem[] {
  return itemsAt(answers, path).map((item, at) => {
    const inside = joinPath(path, item.id);
    return { item, path: inside, number: at + 1, fields: askFields(fields, answers, inside, key, item) };
  });
}

function leavesOf(asked: AskedField, within: AskedLeaf['within']): readonly AskedLeaf[] {
  const { field, key } = asked;
  if (field.kind === 'group') {
    const inside = [...within, { key: `${key}.label`, german: field.label }];
    return asked.fields.flatMap((inner) => leavesOf(inner, inside));
  }
  if (field.kind === 'list')
    return asked.items.flatMap(({ number, fields }) => {
      const inside = [...within, { key: `${key}.item`, german: field.itemLabel, number }];
      return fields.flatMap((inner) => leavesOf(inner, inside));
    });
  return [{ ...asked, within }];
}

/** Neighbouring sections that are repeated for the same list, or single ones that stand once. */
function runsOf(sections: readonly Section[]): readonly (readonly Section[])[] {
  const runs: Section[][] = [];
  for (const section of sections) {
    const last = runs.at(-1);
    if (last?.[0] && last[0].each === section.each) last.push(section);
    else runs.push([section]);
  }
  return runs;
}

function itemOf(answers: Answers, path: Path | undefined): Item | undefined {
  const found: unknown = path === undefined ? undefined : answerAt(answers, path);
  return isItem(found) ? found : undefined;
}
