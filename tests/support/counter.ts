import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { makeDemoRegister } from '../../server/adapters/register/demo.ts';
import { makeDemoRevocation } from '../../server/adapters/revocation/demo.ts';
import { openDemoSealer } from '../../server/adapters/sealer/demo.ts';
import { openDemoTimestamps } from '../../server/adapters/timestamps/demo.ts';
import type { Office } from '../../server/context.ts';
import { searchLimit } from '../../server/features/cases/register-search.ts';
import { forgiveTry } from '../../server/rate-limit.ts';
import { startTypesetter } from '../../server/typesetting/start-typesetter.ts';
import { toInstant } from '../../shared/base/instant.ts';
import { type Act, signAct } from '../../shared/declaration/act.ts';
import type { Declaration } from '../../shared/declaration/declaration.ts';
import { type Drawing, hashDrawing, makeDrawing } from '../../shared/declaration/drawing.ts';
import type { Answers } from '../../shared/forms/answers.ts';
import { familyOfFour } from '../../shared/services/anmeldung/examples.ts';
import { startOffice, type TestOffice } from './office.ts';
import { pairedTablet } from './tablet.ts';

/**
 * An office in which a whole counter case can happen: real documents, the demo seal, a register with one family, a
 * clerk, and a tablet with a key of its own at Platz 1 in Echterdingen.
 */
export async function startCounter(replace: Partial<Office> = {}) {
  const [sealFile, timeFile] = ['seal', 'time'].map((what) => join(tmpdir(), `schalter-${what}-${randomUUID()}.json`));
  if (!sealFile || !timeFile) throw new Error('two names give two files');
  const clock: { office?: TestOffice } = {};
  const now = () => clock.office?.office.now() ?? new Date('2026-11-23T08:59:00.000Z');
  const typesetter = startTypesetter({ workers: 1 });
  const sealer = await openDemoSealer({
    file: sealFile,
    mode: 'demo',
    authority: 'Stadt Leinfelden-Echterdingen',
    now,
  });
  const timestamps = await openDemoTimestamps({ file: timeFile, mode: 'demo', now });
  const lists = async () => [...(await sealer.anchors()).crls, ...(await timestamps.lists())];
  const revocation = makeDemoRevocation({ mode: 'demo', lists, now });
  const seal = { typesetter, sealer, timestamps, revocation };
  const office = await startOffice({ ...seal, register: makeDemoRegister([familyRecord]), ...replace });
  clock.office = office;
  const clerkBrowser = await office.signedIn('demo-clerk-1');
  return {
    ...office,
    clerkBrowser,
    clerk: clerkBrowser.api.api,
    lead: (await office.signedIn('demo-lead')).api.api,
    tablet: await pairedTablet(office, 'echterdingen-1'),
    async close() {
      await office.close();
      await typesetter.close();
      for (const file of [sealFile, timeFile]) rmSync(file, { force: true });
    },
  };
}
export type Counter = Awaited<ReturnType<typeof startCounter>>;
export type CounterTablet = Counter['tablet'];

/** How far a case goes before a test looks at it. */
export type Stage = 'prepared' | 'handed-over' | 'begun' | 'filling' | 'reviewing' | 'confirmed' | 'accepted';
const stages: readonly Stage[] = ['prepared', 'handed-over', 'begun', 'filling', 'reviewing', 'confirmed', 'accepted'];

/** A case of the family from Stuttgart, brought to a stage by the real routes, at the tablet's desk. */
export async function bringCase(
  counter: Counter,
  stage: Stage,
  wish: { persons?: number; tablet?: CounterTablet } = {},
) {
  const { clerk, tablet: first } = counter;
  const tablet = wish.tablet ?? first;
  const caseId = newId();
  const param = { caseId };
  const at = tablet.browser.api.api.counter;
  const reaches = (wanted: Stage) => stages.indexOf(stage) >= stages.indexOf(wanted);
  await clearDesks(counter);

  const registerKey = await askForFamily(counter);
  await must(clerk.cases.$post({ json: { caseId, service: 'anmeldung', persons: wish.persons ?? 4, registerKey } }));
  await must(
    clerk.cases[':caseId'].identifications.$post({ param, json: { person: 'p1', document: 'PA', result: 'shown' } }),
  );
  if (reaches('handed-over'))
    await must(clerk.cases[':caseId'].handover.$post({ param, json: { deskId: await deskOf(tablet) } }));
  if (reaches('begun')) await must(at[':caseId'].begin.$post({ param, json: { locale: 'de' } }));
  if (reaches('filling')) await must(at[':caseId'].entitlement.$post({ param, json: assurance }));
  if (reaches('reviewing')) await must(at[':caseId'].review.$post({ param, json: { assistance: [] } }));
  if (reaches('confirmed')) {
    const json = await makeAct(tablet, await leaseOf(tablet, caseId));
    await must(at[':caseId'].acts.$post({ param, json }));
  }
  if (reaches('accepted')) {
    await must(clerk.cases[':caseId'].accept.$post({ param }));
    await withDocuments(counter, caseId);
  }
  return caseId;
}

/** The key of a search that found the family. A test opens more cases than a clerk may search for in an hour. */
export async function askForFamily({ clerk, office }: Pick<Counter, 'clerk' | 'office'>): Promise<string> {
  const { matches } = await must(clerk.cases['register-search'].$post({ json: familyRecord.query }));
  await forgiveTry(office, searchLimit, 'demo-clerk-1');
  const [family] = matches;
  if (!family) throw new Error('the register of this office does not know the family');
  return family.registerKey;
}

export const assurance = { statement: 'entitled', instruction: 'informed-202a-stgb' } as const;

/**
 * The case once every document that was ordered is there. Accepting and entering wait three seconds for it and then
 * answer without; on a busy machine that happens, and the document comes all the same.
 */
export async function withDocuments({ clerk }: Pick<Counter, 'clerk'>, caseId: string) {
  const read = () => must(clerk.cases[':caseId'].$get({ param: { caseId } }));
  const pending = async () =>
    (await read()).documents.filter(({ state }) => state === 'pending').map(({ kind }) => kind);
  await expect.poll(pending, { timeout: 30_000 }).toEqual([]);
  return await read();
}

/** The lease the tablet holds; asking again gives the same. */
export async function leaseOf(tablet: CounterTablet, caseId: string) {
  const review = tablet.browser.api.api.counter[':caseId'].review;
  return await must(review.$post({ param: { caseId }, json: { assistance: [] } }));
}
export type TestLease = Awaited<ReturnType<typeof leaseOf>>;

/** What the tablet sends when the citizen confirms: by button, or with the drawing that is given. */
export async function makeAct(
  tablet: Pick<CounterTablet, 'privateKey' | 'jwk'>,
  lease: TestLease,
  change: Partial<Act> & { drawing?: Drawing } = {},
) {
  const { drawing, ...changed } = change;
  // The tablet reads what the server froze.
  const declaration = JSON.parse(lease.declaration) as Declaration;
  const act: Act = {
    schema: 'schalter/act@1',
    actId: newId(),
    caseId: lease.caseId,
    revision: lease.revision,
    declarationHash: lease.declarationHash,
    signer: declaration.signers[0]?.id ?? '',
    method: drawing ? 'drawn' : 'confirmed',
    ...(drawing && { drawingHash: await hashDrawing(drawing) }),
    sectionsSeen: declaration.sections.map(({ id }) => id),
    challenge: lease.challenge,
    capturedAt: toInstant(new Date('2026-11-23T09:00:00.000Z')),
    offline: false,
    appVersion: 'test',
    ...changed,
  };
  const jws = await signAct(act, { privateKey: tablet.privateKey, publicJwk: tablet.jwk });
  return { actId: act.actId, jws, ...(drawing && { drawing: drawing as WireDrawing }) };
}
/** The wire's tuples are not readonly. */
type WireDrawing = { schema: 'schalter/drawing@1'; paths: [number, number][][] };

/** A signature, as a pen would leave it. */
export const aDrawing = makeDrawing([
  [
    [120, 200],
    [260, 90],
    [420, 210],
    [640, 120],
  ],
]);

/** Every desk is free again, as on the next morning. */
export async function clearDesks({ sql }: Pick<Counter, 'sql'>): Promise<void> {
  await sql`update cases set desk_id = null, state = 'finished' where desk_id is not null`;
}

/** The body of an answer that must have gone well. */
export async function must<Body>(
  answer: Promise<{ ok: boolean; status: number; json(): Promise<Body>; text(): Promise<string> }>,
): Promise<Body> {
  const got = await answer;
  if (!got.ok) throw new Error(`${got.status} ${await got.text()}`);
  return got.status === 204 ? (undefined as Body) : got.json();
}

/** Status and code of a refusal. */
export async function refusal(
  answer: Promise<{ status: number; json(): Promise<unknown> }>,
): Promise<[number, string]> {
  const got = await answer;
  const problem = (await got.json()) as { code?: string };
  return [got.status, problem.code ?? 'no problem'];
}

/** What the evidence of a case says happened, in order. */
export async function eventsOf({ sql }: Pick<Counter, 'sql'>, caseId: string): Promise<string[]> {
  const rows = await sql<{ event: string }[]>`
    select event from evidence_entries where case_id = ${caseId} order by position`;
  return rows.map(({ event }) => event);
}

export const newId = (): string => randomUUID();

const deskOf = async (tablet: CounterTablet) => {
  const me = await must(tablet.browser.api.api.devices.me.$get());
  return me.desk.deskId;
};

/** A family that the register knows, complete, so that a case can go straight to the review. */
export const familyRecord = {
  key: 'demo-family',
  query: {
    familienname: 'Șerban-Wójcik',
    vornamen: 'Aleksandra Maria',
    geburtsdatum: '1987-04-16',
    letzteAnschrift: 'Reinsburgstraße 112 a, 70197 Stuttgart',
  },
  answers: familyOfFour satisfies Answers,
};
