import type { Bytes } from '../../../shared/base/bytes.ts';
import { limits } from '../../../shared/base/limits.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import type { Office } from '../../context.ts';
import { countTry, type Limit } from '../../rate-limit.ts';

const limit: Limit = { what: 'print', tries: limits.printsPerDesk, seconds: limits.printsPerDeskSeconds };

/**
 * Gives a PDF to the printer of a desk. Refuses with `too-many-tries` where somebody prints without end, and with
 * `printer-failed`; what the printer said stands in the log.
 */
export async function printAt(office: Office, job: { deskId: string; name: string; pdf: Bytes }): Promise<void> {
  await countTry(office, limit, job.deskId);
  await office.printer.print(job).catch((error: unknown) => {
    office.log.warn({ err: error }, 'printer');
    throw new Refusal('printer-failed');
  });
}
