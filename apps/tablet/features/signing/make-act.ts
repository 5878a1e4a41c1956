import type { InferOutput } from 'valibot';
import { makeUuidV7 } from '../../../../shared/base/ids.ts';
import { toInstant } from '../../../../shared/base/instant.ts';
import { type Act, signAct } from '../../../../shared/declaration/act.ts';
import { type Drawing, hashDrawing } from '../../../../shared/declaration/drawing.ts';
import type { Lease, SendAct } from '../../../../shared/wire/counter.ts';

/**
 * A finished Bestätigung, complete in itself: it can be sent now, later or again, and is always the same act. What
 * keeps it on the tablet until it arrives needs to know nothing else.
 */
export type FinishedAct = InferOutput<typeof SendAct>;

export type Confirmation = {
  lease: InferOutput<typeof Lease>;
  signer: string;
  method: Act['method'];
  drawing: Drawing | undefined;
  sectionsSeen: readonly string[];
  /** Milliseconds this clock is ahead of the server's; undefined where they never spoke. */
  clockOffset: number | undefined;
  /** The server could not be reached when the citizen confirmed. */
  isOffline: boolean;
  appVersion: string;
};

/** Signs with the device's key. `at` and `random` (ten bytes) come in, so that the same confirmation is the same act. */
export async function makeAct(
  confirmation: Confirmation,
  key: Parameters<typeof signAct>[1],
  { at, random }: { at: Date; random: Uint8Array },
): Promise<FinishedAct> {
  const { lease, drawing, clockOffset } = confirmation;
  const actId = makeUuidV7(at, random);
  const jws = await signAct(
    {
      schema: 'schalter/act@1',
      actId,
      caseId: lease.caseId,
      revision: lease.revision,
      declarationHash: lease.declarationHash,
      signer: confirmation.signer,
      method: confirmation.method,
      ...(drawing && { drawingHash: await hashDrawing(drawing) }),
      sectionsSeen: [...confirmation.sectionsSeen],
      challenge: lease.challenge,
      capturedAt: toInstant(at),
      ...(clockOffset !== undefined && { clockOffset: Math.round(clockOffset) }),
      offline: confirmation.isOffline,
      appVersion: confirmation.appVersion,
    },
    key,
  );
  return { actId, jws, ...(drawing && { drawing: toWire(drawing) }) };
}

/** The same lines; only the wire's arrays may be changed by whoever holds them. */
const toWire = ({ schema, paths }: Drawing): NonNullable<FinishedAct['drawing']> => ({
  schema,
  paths: paths.map((path) => path.map(([x, y]): [number, number] => [x, y])),
});
