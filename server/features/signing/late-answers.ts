import { toInstant } from '../../../shared/base/instant.ts';
import { limits } from '../../../shared/base/limits.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import type { Path } from '../../../shared/forms/answers.ts';
import type { DeviceActor, Office } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { findSitting } from '../cases/sittings.ts';
import type { CaseRow } from '../cases/tables.ts';
import type { SittingRow } from './tables.ts';

/**
 * Somebody types while the clerk takes the case back. What was typed before the recall may arrive a moment after it,
 * from that very tablet and while the case lies with the clerk unchanged in state; the tablet gets nothing of the case
 * any more. A field the clerk has changed since is his.
 */
export async function findRecalledSitting(
  office: Office,
  tx: Tx,
  row: CaseRow,
  actor: DeviceActor,
): Promise<SittingRow | undefined> {
  if (actor.isReplaced) return undefined;
  if (row.deskId !== null || row.lastDeskId !== actor.deskId || row.state !== 'prepared') return undefined;
  const sitting = await findSitting(tx, row.caseId);
  if (!sitting?.recalledAt || sitting.recalledFrom !== actor.deviceId) return undefined;
  const until = new Date(Date.parse(sitting.recalledAt) + limits.recallGraceSeconds * 1_000);
  return toInstant(office.now()) <= toInstant(until) ? sitting : undefined;
}

/** Refuses with `case-recalled`; `fields` names the paths that stay as the clerk left them. */
export function expectUntouched({ officeChanged }: SittingRow, paths: readonly Path[]): void {
  const fields = paths.filter((path) => officeChanged.some((own) => isWithin(own, path) || isWithin(path, own)));
  if (fields.length > 0) throw new Refusal('case-recalled', { fields });
}

const isWithin = (outer: Path, path: Path): boolean => path === outer || path.startsWith(`${outer}.`);
