import type { Bytes } from '../../../shared/base/bytes.ts';
import { limits } from '../../../shared/base/limits.ts';
import { isSameBytes } from '../../../shared/verifying/der.ts';
import type { Office } from '../../context.ts';
import { RevocationFailure, type RevocationProof } from '../../ports/revocation.ts';
import type { ValidationData } from '../../sealing/dss.ts';

/** What the issuers say of every certificate of some chains, as it is kept in a document. */
export type Proofs = {
  data: ValidationData;
  /** Of the certificates that were asked for; the first of a chain comes first. */
  revoked: readonly { certificate: Bytes; at: Date }[];
};

/**
 * Asks for each certificate of the chains but the anchors. What a chain begins with must be spoken of since then; those
 * above it, whose lists come out seldom, must be current. Throws `RevocationFailure` where one answer is missing.
 */
export async function gatherProofs(
  office: Office,
  chains: readonly (readonly Bytes[])[],
  { since, signal }: { since?: Date; signal: AbortSignal },
): Promise<Proofs> {
  const found = await Promise.all(
    questionsOf(chains).map(async ({ certificate, issuer, isFirst }) => {
      const wish = { signal, ...(isFirst && since && { since }) };
      return { certificate, proof: await counted(office, office.revocation.statusOf(certificate, issuer, wish)) };
    }),
  );
  return collect(chains, found);
}

/** The same, as far as answers are to be had at once: for who wants to know more, and goes on without. */
export async function gatherWhatIsAtHand(office: Office, chains: readonly (readonly Bytes[])[]): Promise<Proofs> {
  const signal = AbortSignal.timeout(limits.sealStatusWaitSeconds * 1000);
  const found = await Promise.all(
    questionsOf(chains).map(async ({ certificate, issuer }) => {
      const proof = await counted(office, office.revocation.statusOf(certificate, issuer, { signal })).catch(noAnswer);
      return proof ? [{ certificate, proof }] : [];
    }),
  );
  return collect(chains, found.flat());
}

type Question = { certificate: Bytes; issuer: Bytes; isFirst: boolean };

/** Each certificate once, with the one above it. */
function questionsOf(chains: readonly (readonly Bytes[])[]): readonly Question[] {
  const questions: Question[] = [];
  for (const chain of chains)
    for (const [place, certificate] of chain.slice(0, -1).entries()) {
      const issuer = chain[place + 1];
      const isAsked = questions.some((question) => isSameBytes(question.certificate, certificate));
      if (issuer && !isAsked) questions.push({ certificate, issuer, isFirst: place === 0 });
    }
  return questions;
}

function collect(
  chains: readonly (readonly Bytes[])[],
  found: readonly { certificate: Bytes; proof: RevocationProof }[],
): Proofs {
  const of = (kind: RevocationProof['kind']) =>
    once(found.flatMap(({ proof }) => (proof.kind === kind ? [proof.der] : [])));
  return {
    data: {
      certificates: once([...chains.flat(), ...found.flatMap(({ proof }) => proof.certificates)]),
      crls: of('crl'),
      ocsps: of('ocsp'),
    },
    revoked: found.flatMap(({ certificate, proof }) => (proof.revokedAt ? [{ certificate, at: proof.revokedAt }] : [])),
  };
}

async function counted(office: Office, asked: Promise<RevocationProof>): Promise<RevocationProof> {
  return asked.catch((error: unknown) => {
    if (error instanceof RevocationFailure) office.figures.countFailure('revocation', error.kind);
    throw error;
  });
}

function noAnswer(error: unknown): undefined {
  if (!(error instanceof RevocationFailure)) throw error;
}

const once = (all: readonly Bytes[]): readonly Bytes[] =>
  all.filter((der, place) => all.findIndex((other) => isSameBytes(other, der)) === place);
