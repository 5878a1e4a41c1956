import type { Bytes } from '../base/bytes.ts';
import { type Crl, parseCrl } from './crl.ts';
import { DerProblem, sequenceOf, parseDer } from './der.ts';
import { type Note, Objection } from './notes.ts';
import { type OcspAnswer, parseOcsp } from './ocsp.ts';
import type { Known } from './revocation.ts';

/** Lists and OCSP answers as whoever verifies brings them; one that cannot be read is noted, since it was meant to count. */
export function readRevocation(
  all: readonly Bytes[],
  knownAt: number,
  note: Note,
): { crls: readonly Known<Crl>[]; ocsps: readonly Known<OcspAnswer>[] } {
  const crls: Known<Crl>[] = [];
  const ocsps: Known<OcspAnswer>[] = [];
  for (const [at, bytes] of all.entries())
    try {
      const isAnswer = sequenceOf(parseDer(bytes))[0]?.tag === enumerated;
      const answer = isAnswer ? parseOcsp(bytes) : undefined;
      if (!answer) crls.push({ ...parseCrl(bytes), knownAt, isOwn: true });
      else if ('refused' in answer) throw new DerProblem('no answer');
      else ocsps.push({ ...answer, knownAt, isOwn: true });
    } catch (error) {
      if (!(error instanceof DerProblem || error instanceof Objection)) throw error;
      note('revocation-unusable', { part: `list ${at + 1}` });
    }
  return { crls, ocsps };
}

/** What an OCSPResponse begins with (RFC 6960 § 4.2.1), and a list never does. */
const enumerated = 0x0a;
