import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { type Bytes, toBase64 } from '../../shared/base/bytes.ts';
import { toInstant } from '../../shared/base/instant.ts';
import { type Trust, verify } from '../../shared/verifying/verify.ts';
import { finishDocumentTimestamp, prepareDocumentTimestamp } from '../../server/sealing/document-timestamp.ts';
import { appendDss } from '../../server/sealing/dss.ts';
import { appendedDocuments } from '../support/appended-documents.ts';
import { attacks, sealedDocument } from '../support/attack-documents.ts';
import { oddIncrements } from '../support/odd-increments.ts';
import { oddPdfs } from '../support/odd-pdfs.ts';
import { oddDocuments } from '../support/odd-documents.ts';
import { ca, key, sealed, stamped, type Subject, trust, tsa, tsaCa } from '../support/sealed-subject.ts';
import { makeCrl, makeOcsp, makeToken } from '../support/test-pki.ts';
import { readVerifyingVectors, type VerifyingVector } from '../support/verifying-vectors.ts';

/**
 * Adds to `verifying.json` what has no file there yet: `node tests/vectors/write-verifying.ts`. What is there stays as it
 * is, byte by byte, so that every later version is held to the same files. Keys are made for the run.
 */
const kept = new Map(readVerifyingVectors().map((vector) => [vector.name, vector]));
const vectors: VerifyingVector[] = [...kept.values()];

async function add(name: string, { pdf, trust: changed }: Subject): Promise<void> {
  if (kept.has(name)) return;
  const by: Trust = { ...trust, ...changed };
  const { verdict, reasons, seal } = await verify(pdf, by);
  if (name.startsWith('honest') !== (verdict === 'TOTAL-PASSED')) throw new Error(`${name}: ${verdict}`);
  vectors.push({
    name,
    verdict,
    reasons: reasons.map(({ code, where }) => (where?.problem ? `${code} ${where.problem}` : code)),
    ...(verdict === 'TOTAL-PASSED' && seal && { level: seal.level }),
    trust: {
      sealAnchors: by.sealAnchors.map(toBase64),
      tsaAnchors: by.tsaAnchors.map(toBase64),
      revocation: by.revocation.map(toBase64),
      at: toInstant(by.at),
    },
    pdf: toBase64(deflateSync(pdf, { level: 9 })),
  });
}

const stampedAgain = async (pdf: Bytes, at: Date): Promise<Bytes> => {
  const prepared = await prepareDocumentTimestamp(pdf, 'SHA-256', 1500);
  return finishDocumentTimestamp(prepared, makeToken(tsa, prepared.imprint, { at }));
};

await add('honest: B-B', await sealed());
await add('honest: B-T', await stamped());
const data = { certificates: [ca.certificate, tsaCa.certificate], crls: [makeCrl(ca), makeCrl(tsaCa)], ocsps: [] };
const later = { revocation: [], at: new Date('2028-06-01T00:00:00Z') };
const extended = await appendDss((await stamped()).pdf, data);
await add('honest: B-LT, in 2028, without any list', { pdf: extended, trust: later });
const archived = await stampedAgain(extended, new Date('2026-11-23T09:10:00Z'));
await add('honest: B-LTA, in 2028, without any list', { pdf: archived, trust: later });
const answers = { ...data, crls: [makeCrl(tsaCa)], ocsps: [makeOcsp(ca, key.certificate)] };
const answered = await stampedAgain(await appendDss((await stamped()).pdf, answers), new Date('2026-11-23T09:10:00Z'));
await add('honest: B-LTA by an answer, in 2028', { pdf: answered, trust: later });
const fresh = { ...answers, crls: [makeCrl(tsaCa, { thisUpdate: new Date('2027-11-23T09:00:00Z') })] };
const renewed = await stampedAgain(await appendDss(archived, fresh), new Date('2027-11-23T09:10:00Z'));
await add('honest: B-LTA, renewed', { pdf: renewed, trust: later });
await add('honest: what attacks begin with', { pdf: await sealedDocument() });
for (const [code, make] of Object.entries({ ...oddDocuments, ...appendedDocuments })) await add(`reason: ${code}`, await make());
for (const [problem, makings] of Object.entries(oddPdfs))
  for (const [at, make] of makings.entries()) {
    const pdf = await make();
    // A file above the limit of 32 MB says nothing that its size does not.
    if (pdf.length < 1_000_000) await add(`structure: ${problem} ${at + 1}`, { pdf });
  }
for (const { family, name, make } of [...attacks, ...oddIncrements]) await add(`${family}: ${name}`, { pdf: await make() });

const file = join(import.meta.dirname, 'verifying.json');
writeFileSync(file, `${JSON.stringify({ schema: 'schalter/verifying-vectors@1', vectors }, null, 1)}\n`);
console.log(`${vectors.length} vectors, ${vectors.length - kept.size} of them added`);
