import type { Bytes } from '../../../shared/base/bytes.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import type { Office } from '../../context.ts';

/** Gives a PDF to the printer of a desk. Refuses with `printer-failed`; what the printer said stands in the log. */
export async function printAt(office: Office, job: { deskId: string; name: string; pdf: Bytes }): Promise<void> {
  await office.printer.print(job).catch((error: unknown) => {
    office.log.warn({ err: error }, 'printer');
    throw new Refusal('printer-failed');
  });
}
