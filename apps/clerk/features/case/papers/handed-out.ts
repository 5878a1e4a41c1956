import { formatInstant } from '../../../../kit/i18n/dates.ts';
import type { CaseView } from '../requests.ts';
import { text } from './text.ts';

type Document = CaseView['documents'][number];

/**
 * Who has a document. The sealed declaration stays in the office: of it the citizen gets the copy, on paper or on his
 * own phone, and whoever has that has what § 3a Abs. 5 VwVfG gives him.
 */
export function handedOutWords(
  { kind, copies }: Pick<Document, 'kind' | 'copies'>,
  copyDeliveredAt: string | null,
): string {
  if (copies > 0) return text.handedOut(copies);
  if (kind !== 'declaration') return text.notHandedOut;
  return copyDeliveredAt === null ? text.copyOwed : text.copyHandedOut(formatInstant(copyDeliveredAt));
}
