import type { AskedField } from '../../../shared/forms/asked.ts';
import type { FieldProps } from '../ui/FieldFrame.tsx';
import { findingsAt, findingsWithin, isFor } from './findings.ts';
import { fieldIdOf, markOf, useForm, wordsOf } from './form-context.ts';

/** What every drawing of a field hands to its building block: words, error, mark. Reactive through getters. */
export function createFieldProps(props: { asked: AskedField }, errors: 'own' | 'within' = 'own') {
  const form = useForm();
  const error = () => {
    const { path } = props.asked;
    if (!form.isShown(path)) return undefined;
    const find = errors === 'own' ? findingsAt : findingsWithin;
    const finding = find(form.findings, path).find((each) => each.severity === 'error' && isFor(each, form.reader));
    return finding && form.wordsOfFinding(finding);
  };
  const field: FieldProps = {
    get id() {
      return fieldIdOf(props.asked.path);
    },
    get label() {
      return wordsOf(form.texts, `${props.asked.key}.label`, props.asked.field.label);
    },
    get hint() {
      const { field: definition, key } = props.asked;
      return definition.hint === undefined ? undefined : wordsOf(form.texts, `${key}.hint`, definition.hint);
    },
    get error() {
      return error();
    },
    get optional() {
      return props.asked.field.optional === true;
    },
    get mark() {
      return markOf(form, props.asked.path);
    },
    get readOnly() {
      return form.readOnly;
    },
    get aside() {
      return form.aside?.(props.asked);
    },
  };
  return { form, field };
}

/** Fields of the right kind, or a bug: each drawing is chosen by the kind it draws. */
export function definitionOf<Kind extends AskedField['field']['kind']>(asked: AskedField, kind: Kind) {
  const { field } = asked;
  if (field.kind !== kind) throw new Error(`${asked.path} is no ${kind}`);
  // The comparison above has narrowed it; the compiler does not follow a generic key.
  return field as Extract<AskedField['field'], { kind: Kind }>;
}

export const textOfAnswer = (asked: AskedField): string => (typeof asked.value === 'string' ? asked.value : '');
