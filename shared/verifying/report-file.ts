import type { Bytes } from '../base/bytes.ts';
import { Objection } from './notes.ts';
import type { DocumentShown } from './report.ts';
import { daysThatLeadNowhere, readChain } from './verify-evidence.ts';

/**
 * The Nachweisbericht carries the chain it was drawn from. The chain must be whole and lead to the roots it names; who
 * vouches for those roots is asked by verifying the file by itself.
 */
export async function readReportEvidence(bytes: Bytes): Promise<DocumentShown> {
  const { entries, inclusion } = await readChain(bytes);
  const [wrong] = await daysThatLeadNowhere(entries, inclusion === 'pending' ? [] : inclusion);
  if (wrong !== undefined) throw new Objection('evidence-broken', { part: wrong });
  return {
    kind: 'evidence-report',
    title: 'Nachweisbericht',
    number: entries[0]?.details.number ?? '',
    entries: entries.length,
    head: entries.at(-1)?.hash ?? '',
  };
}
