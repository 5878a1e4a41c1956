import type { Bytes } from '../../../shared/base/bytes.ts';
import type { Office } from '../../../server/context.ts';
import { gatherProofs, gatherWhatIsAtHand } from '../../../server/features/documents/proofs.ts';
import { openQuickStamp, stampDocument } from '../../../server/features/documents/stamping.ts';
import { startTypesetter } from '../../../server/typesetting/start-typesetter.ts';
import { makeTypst } from '../../../server/typesetting/typst.ts';
import { makeFamilyCases } from '../counter/family-cases.ts';
import { type Figure, figure, median, type Scale } from '../figure.ts';
import { openAuthority } from './authority.ts';
import { sealWithPyHanko } from './pyhanko.ts';

/**
 * What a document of three pages costs at each level of its seal, in CPU of the whole process: P-256, time stamps and
 * lists from another process, so that asking and checking counts and answering does not. The verification before a level
 * is claimed is a figure of its own. Beside it pyHanko, on the same unsealed file, with the same key and services.
 */
export async function measure({ isQuick }: Scale): Promise<readonly Figure[]> {
  const count = isQuick ? 20 : 200;
  const authority = await openAuthority();
  const typesetter = startTypesetter({ workers: 1 });
  const office = deskOf({ ...authority, typesetter });
  const familyCase = await makeFamilyCases();
  const spent = new Map<string, number[]>();
  const note = (id: string, ms: number) => spent.set(id, [...(spent.get(id) ?? []), ms]);
  let unsealed: Bytes = new Uint8Array();
  for (let at = 0; at < count + warmUp; at += 1) {
    const job = (await familyCase(at))();
    const timed = async <T>(id: string, work: () => Promise<T>): Promise<T> => {
      const begun = cpu();
      const result = await work();
      if (at >= warmUp) note(id, cpu() - begun);
      return result;
    };
    const pdf = await timed('generate', () => typesetter.typeset(job));
    const plain = await timed('to B-B', () => seal(office, pdf, false));
    const stamped = await timed('to B-T', () => seal(office, pdf, true));
    const kept = await timed('to B-LT', () => keep(office, stamped));
    const archived = await timed('to B-LTA', () => archive(office, kept));
    const files = { 'B-B': plain, 'B-T': stamped, 'B-LT': kept, 'B-LTA': archived };
    for (const [level, file] of Object.entries(files)) {
      const known = await knownOf(office, file);
      const report = await timed(`verify ${level}`, () =>
        typesetter.verify(file, {
          ...known,
          sealAnchors: [authority.root],
          tsaAnchors: [authority.root],
          at: new Date(),
        }),
      );
      if (report.verdict !== 'TOTAL-PASSED' || report.seal?.level !== level)
        throw new Error(`${level} verified as ${report.verdict} ${report.seal?.level}`);
    }
    unsealed = pdf;
  }
  const raw = figure({ id: 'raw-typst-export', value: await rawExport(familyCase, count), unit: 'ms CPU' });
  const other = sealWithPyHanko({ folder: authority.folder, url: authority.url, pdf: unsealed, count });
  await typesetter.close();
  await authority.close();

  const value = (id: string) => median(spent.get(id) ?? []);
  const seals = {
    'B-B': value('to B-B'),
    'B-T': value('to B-T'),
    'B-LT': value('to B-T') + value('to B-LT'),
    'B-LTA': value('to B-T') + value('to B-LT') + value('to B-LTA'),
  };
  const levels = Object.keys(seals) as (keyof typeof seals)[]; // The record above has exactly these keys.
  const unit = 'ms CPU median';
  return [
    raw,
    ...levels.map((level) =>
      figure({ id: `document-${level}`, value: value('generate') + seals[level], unit, limit: limits[level], raw }),
    ),
    ...levels.map((level) => figure({ id: `verification-${level}`, value: value(`verify ${level}`), unit, raw })),
    ...levels.flatMap((level) => {
      const theirs = other?.get(level);
      if (theirs === undefined) return [figure({ id: `seal-${level}`, value: seals[level], unit })];
      const beside = figure({ id: `pyhanko-seal-${level}`, value: theirs, unit });
      return [beside, figure({ id: `seal-${level}`, value: seals[level], unit, limit: theirs, raw: beside })];
    }),
  ];
}

/** An office runs for months: what is measured is code that has run a while. */
const warmUp = 40;
const limits = { 'B-B': 45, 'B-T': 60, 'B-LT': 75, 'B-LTA': 95 } as const;

/** What the ladder needs of an office, and nothing else: no database takes part. */
const deskOf = (parts: Pick<Office, 'sealer' | 'timestamps' | 'revocation' | 'typesetter'>): Office =>
  // Whatever else an office has, these steps never touch.
  ({
    ...parts,
    figures: { countFailure: () => {} },
    log: { warn: console.error },
    now: () => new Date(),
  }) as unknown as Office;

async function seal(office: Office, pdf: Bytes, isStamped: boolean): Promise<Bytes> {
  const quick = openQuickStamp(office);
  const timestampBytes = isStamped ? await quick.room() : 0;
  const certificates = await office.sealer.certificates();
  const prepared = await office.typesetter.prepareSeal({ pdf, ...certificates, at: new Date(), timestampBytes });
  const signature = await office.sealer.sign(prepared);
  const token = isStamped ? await quick.over(signature) : undefined;
  if (isStamped && !token) throw new Error('no time stamp came');
  return office.typesetter.finishSeal(prepared, signature, token);
}

async function keep(office: Office, pdf: Bytes): Promise<Bytes> {
  const { seal: chain, stamps } = await office.typesetter.readChains(pdf, await office.sealer.anchors());
  const since = new Date(Math.min(...stamps.map(({ time }) => time)));
  const signal = AbortSignal.timeout(5_000);
  const { data } = await gatherProofs(office, [chain, ...stamps.map((stamp) => stamp.chain)], { since, signal });
  return office.typesetter.appendData(pdf, data);
}

async function archive(office: Office, pdf: Bytes): Promise<Bytes> {
  const stamped = await stampDocument(office, pdf);
  await knownOf(office, stamped);
  return stamped;
}

async function knownOf(office: Office, pdf: Bytes): Promise<{ revocation: readonly Bytes[] }> {
  const { seal: chain, stamps } = await office.typesetter.readChains(pdf, await office.sealer.anchors());
  const { data } = await gatherWhatIsAtHand(office, [chain, ...stamps.map((stamp) => stamp.chain)]);
  return { revocation: [...data.crls, ...data.ocsps] };
}

/** Typst alone, on this thread: data to PDF, nothing completed, nothing sealed. */
async function rawExport(familyCase: Awaited<ReturnType<typeof makeFamilyCases>>, count: number): Promise<number> {
  const typst = makeTypst();
  const spent: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const order = (await familyCase(10_000 + at))();
    const begun = cpu();
    typst.typeset(order);
    spent.push(cpu() - begun);
    await new Promise(setImmediate);
    if (at % 10 === 9) typst.evict();
  }
  return median(spent);
}

/** Of the whole process, every thread of it. Milliseconds. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
