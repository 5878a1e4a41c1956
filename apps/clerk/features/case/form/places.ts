import type { Path } from '../../../../../shared/forms/answers.ts';
import { type AskedField, askedLeaves, type AskedSection, leafLabel } from '../../../../../shared/forms/asked.ts';
import type { Texts } from '../../../../../shared/forms/texts.ts';

/** Where an answer stands on the page, and what it is called there: `Person 2 · Geburtsname`. */
export type Place = { path: Path; sectionId: string; section: string; label: string; asked: AskedField };

export const titleOf = ({ section, number }: AskedSection): string =>
  number === undefined ? section.title : `${section.title} ${number}`;

/** Every field of the form by its path, groups and lists too. */
export function placesOf(sections: readonly AskedSection[], texts: Texts): ReadonlyMap<Path, Place> {
  const found = new Map<Path, Place>();
  for (const section of sections) {
    const about = { sectionId: section.id, section: titleOf(section) };
    for (const asked of withInner(section.fields))
      found.set(asked.path, { ...about, path: asked.path, label: asked.field.label, asked });
    for (const leaf of askedLeaves(section))
      found.set(leaf.path, { ...about, path: leaf.path, label: leafLabel(leaf, texts, 'de'), asked: leaf });
  }
  return found;
}

/** The place of a path or, for a part of an address or an item of a list, of the nearest field above it. */
export function placeAt(places: ReadonlyMap<Path, Place>, path: Path): Place | undefined {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const place = places.get(at);
    if (place) return place;
  }
  return undefined;
}

const withInner = (fields: readonly AskedField[]): readonly AskedField[] =>
  fields.flatMap((asked) => [
    asked,
    ...withInner(asked.fields),
    ...asked.items.flatMap((item) => withInner(item.fields)),
  ]);
