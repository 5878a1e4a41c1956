import type { Locale } from '../base/locale.ts';
import type { Field, ServiceDefinition } from './definition.ts';

/**
 * The texts of a service in the languages beside the binding German, keyed by the ids on the way to them:
 * `title`, `move.title`, `move.intro`, `move.einzugsdatum.label`, `person.ausweise.art.options.PA`,
 * `statements.correct`, `notices.objections`.
 */
export type Texts = Readonly<Record<Exclude<Locale, 'de'>, Readonly<Record<string, string>>>>;

/** The text under a key for a reader; the German one where the reader reads German. */
export function textOf(texts: Texts, locale: Locale, key: string, german: string): string {
  return locale === 'de' ? german : (texts[locale][key] ?? german);
}

/** Texts whose keys begin alike: `under('move', { title: … })` has the key `move.title`. */
export const under = (prefix: string, texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${prefix}.${key}`, text]));

/** Every text of a definition that a citizen sees, by key, in German. */
export function germanTexts(definition: ServiceDefinition): ReadonlyMap<string, string> {
  const found = new Map([['title', definition.title]]);
  for (const section of definition.sections) {
    found.set(`${section.id}.title`, section.title);
    if (section.intro !== undefined) found.set(`${section.id}.intro`, section.intro);
    for (const field of section.fields) collect(found, `${section.id}.${field.id}`, field);
  }
  for (const clause of definition.statements) found.set(`statements.${clause.id}`, clause.text);
  for (const clause of definition.notices) found.set(`notices.${clause.id}`, clause.text);
  return found;
}

function collect(found: Map<string, string>, key: string, field: Field): void {
  found.set(`${key}.label`, field.label);
  if (field.hint !== undefined) found.set(`${key}.hint`, field.hint);
  if (field.kind === 'choice')
    for (const [option, label] of Object.entries(field.options)) found.set(`${key}.options.${option}`, label);
  if (field.kind === 'list') found.set(`${key}.item`, field.itemLabel);
  if (field.kind === 'group' || field.kind === 'list')
    for (const inner of field.fields) collect(found, `${key}.${inner.id}`, inner);
}
