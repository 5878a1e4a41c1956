import { randomBytes } from 'node:crypto';
import type { Bytes } from '../../../shared/base/bytes.ts';
import { limits } from '../../../shared/base/limits.ts';
import { type Certificate, parseCertificate } from '../../../shared/verifying/certificate.ts';
import type { Crl } from '../../../shared/verifying/crl.ts';
import { isSameBytes } from '../../../shared/verifying/der.ts';
import { checkOcsp } from '../../../shared/verifying/ocsp-check.ts';
import {
  type Revocation,
  RevocationFailure,
  type RevocationProof,
  type RevocationWish,
} from '../../ports/revocation.ts';
import { ocspRequest } from '../../sealing/ocsp-request.ts';
import { askOutside, type OutgoingRequest } from '../outgoing.ts';
import { addressesOf } from './addresses.ts';
import { expectFresh, ownListOf, proofBy, readList, refused } from './crl-proof.ts';
import { makeMemory } from './memory.ts';

export type HttpRevocationOptions = {
  /** Hosts that may be asked, whatever addresses stand in certificates. */
  hosts: readonly string[];
  /** Hosts among them that may lie in a private network. */
  privateHosts: readonly string[];
  /** Lists the office has at hand: what an administrator put beside its anchors. They count where nobody answers. */
  lists?: () => Promise<readonly Bytes[]>;
  now: () => Date;
};

/**
 * Asks where the certificate says: OCSP first (RFC 6960), its issuer's list then (RFC 5280). Each answer is verified
 * before it counts. A good one is remembered for an hour at most and never longer than it holds; a host that did not
 * answer is left alone for a while.
 */
export function makeHttpRevocation(options: HttpRevocationOptions): Revocation {
  const { hosts, privateHosts, now } = options;
  const answers = makeMemory<RevocationProof>(now);
  const lists = makeMemory<Crl>(now);
  const quiet = new Map<string, number>();

  async function ask(request: OutgoingRequest, mostBytes: number): Promise<Bytes> {
    const host = URL.canParse(request.url) ? new URL(request.url).host : '';
    if ((quiet.get(host) ?? 0) > now().getTime())
      throw new RevocationFailure('no-answer', `${host} did not answer a moment ago`);
    const rules = { hosts, privateHosts, seconds: limits.outsideSeconds, mostBytes };
    return askOutside(request, rules).catch((error: unknown) => {
      // Only hosts of the list come here twice, so the map stays small.
      if (hosts.includes(host)) quiet.set(host, now().getTime() + limits.outsidePauseSeconds * 1000);
      throw new RevocationFailure('no-answer', 'nobody answered', { cause: error });
    });
  }

  async function byOcsp(url: string, { asked, by, signal, isYoung }: Question): Promise<RevocationProof> {
    const key = `${url} ${by.serialNumber} ${asked.serialNumber}`;
    const known = answers.get(key);
    if (known && isYoung(known)) return known;
    const nonce = new Uint8Array(randomBytes(16));
    const headers = { 'Content-Type': 'application/ocsp-request' };
    const body = ocspRequest({ certificate: asked, issuer: by, nonce });
    const accepts = ['application/ocsp-response'];
    const der = await ask({ url, method: 'POST', headers, body, accepts, signal }, limits.ocspAnswerBytes);
    const found = await checkOcsp(der, { certificate: asked, issuer: by, at: now() });
    if (found.status === 'unusable') throw refused(`the answer is not believed: ${found.because}`);
    if (found.status === 'unknown') throw refused('the responder does not know the certificate');
    // Many responders prepare their answers and repeat no nonce (RFC 8954 § 2.1); one that is there must be ours.
    if (found.nonce && !isSameBytes(found.nonce, nonce)) throw refused('the answer is to somebody else');
    // Its own status would have to be proven too; then the issuer's list is the shorter way.
    if (found.statement.isResponderToCheck) throw refused("the responder's own status would have to be asked for");
    const { responder, thisUpdate, nextUpdate } = found.statement;
    const proof: RevocationProof = {
      kind: 'ocsp',
      der,
      revokedAt: found.status === 'revoked' ? new Date(found.revokedAt) : undefined,
      thisUpdate: new Date(thisUpdate),
      nextUpdate: new Date(nextUpdate),
      certificates: isSameBytes(responder.der, by.der) ? [] : [responder.der],
    };
    return answers.keep(key, proof, proof.nextUpdate);
  }

  async function byList(url: string, { asked, by, signal, isYoung }: Question): Promise<RevocationProof> {
    const key = `${url} ${by.serialNumber}`;
    const known = lists.get(key);
    if (known && isYoung(proofBy(known, asked))) return proofBy(known, asked);
    const der = await ask({ url, method: 'GET', accepts: listTypes, signal }, limits.crlBytes);
    const list = await readList(der, by, now());
    return proofBy(lists.keep(key, list, new Date(list.nextUpdate)), asked);
  }

  return {
    async statusOf(certificate, issuer, wish) {
      const question = questionOf(certificate, issuer, wish);
      const { ocsp, crl } = addressesOf(certificate);
      const ways = [
        ...ocsp.map((url) => () => byOcsp(url, question)),
        ...crl.map((url) => () => byList(url, question)),
        ...(options.lists ? [atHand(options.lists, question, now)] : []),
      ];
      return firstGood(ways.map((way) => async () => expectFresh(await way(), wish.since)));
    },
  };
}

type Question = {
  asked: Certificate;
  by: Certificate;
  signal: AbortSignal;
  /** Whether what is remembered is young enough for whoever asks. */
  isYoung(proof: RevocationProof): boolean;
};

function questionOf(certificate: Bytes, issuer: Bytes, { since, signal }: RevocationWish): Question {
  const isYoung = (proof: RevocationProof) => since === undefined || proof.thisUpdate >= since;
  return { asked: parseCertificate(certificate), by: parseCertificate(issuer), signal, isYoung };
}

const atHand =
  (lists: () => Promise<readonly Bytes[]>, { asked, by }: Question, now: () => Date) =>
  async (): Promise<RevocationProof> => {
    const all = await lists().catch((error: unknown) => {
      throw new RevocationFailure('no-answer', 'the lists at hand cannot be read', { cause: error });
    });
    return proofBy(await ownListOf(by, all, now()), asked);
  };

/** As servers call a list; RFC 2585 § 4.2 names the first. */
const listTypes = ['application/pkix-crl', 'application/x-pkcs7-crl', 'application/octet-stream'];

/** What the office must hear of first. */
const weights = ['answer-refused', 'not-fresh', 'no-answer', 'nowhere-to-ask'] as const;

async function firstGood(ways: readonly (() => Promise<RevocationProof>)[]): Promise<RevocationProof> {
  let worst = new RevocationFailure('nowhere-to-ask', 'the certificate names no address');
  for (const way of ways) {
    try {
      return await way();
    } catch (error) {
      if (!(error instanceof RevocationFailure)) throw error;
      if (weights.indexOf(error.kind) < weights.indexOf(worst.kind)) worst = error;
    }
  }
  throw worst;
}
