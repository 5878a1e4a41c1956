import type { InferOutput } from 'valibot';
import { buildDeclaration } from '../../../../shared/declaration/build.ts';
import { canonical } from '../../../../shared/declaration/canonical.ts';
import type { Declaration } from '../../../../shared/declaration/declaration.ts';
import { comparingCode, hashDeclaration, hashDefinition } from '../../../../shared/declaration/hash.ts';
import type { Answers } from '../../../../shared/forms/answers.ts';
import type { ServiceDefinition } from '../../../../shared/forms/definition.ts';
import type { Texts } from '../../../../shared/forms/texts.ts';
import type { CounterCase, Lease } from '../../../../shared/wire/counter.ts';

/**
 * What was shown is what is signed: the tablet builds the declaration itself, from the answers the citizen saw, and
 * compares every character with the one the server froze. Anything else is not shown and cannot be confirmed.
 */
export type LeaseCheck =
  | { ok: true; declaration: Declaration }
  | { ok: false; because: 'unreadable' | 'another-case' | 'another-form' | 'another-text' | 'another-hash' };

export type LeaseContext = {
  service: { definition: ServiceDefinition; texts: Texts };
  /** As the citizen last saw it, read again after the revision was frozen. */
  counterCase: InferOutput<typeof CounterCase>;
  /** The office the tablet was paired with. */
  authority: Declaration['authority'];
};

export async function checkLease(lease: InferOutput<typeof Lease>, context: LeaseContext): Promise<LeaseCheck> {
  const frozen = readDeclaration(lease.declaration);
  if (!frozen) return { ok: false, because: 'unreadable' };
  if (!isSameCase(frozen, lease, context)) return { ok: false, because: 'another-case' };
  if (frozen.definitionHash !== (await hashDefinition(context.service.definition)))
    return { ok: false, because: 'another-form' };
  // Taken over are only things the tablet cannot know: salt, policy, what the clerk noted, help that was given.
  const built = buildDeclaration(context.service, context.counterCase.answers as Answers, {
    salt: frozen.salt,
    definitionHash: frozen.definitionHash,
    authority: context.authority,
    caseId: context.counterCase.caseId,
    revision: lease.revision,
    number: context.counterCase.number,
    channel: 'counter',
    policy: frozen.policy,
    identification: frozen.identification,
    assistance: frozen.assistance,
    locale: context.counterCase.locale === 'de' ? null : context.counterCase.locale,
    signers: context.counterCase.signers,
  });
  if (canonical(built) !== lease.declaration) return { ok: false, because: 'another-text' };
  const hash = await hashDeclaration(built);
  if (hash !== lease.declarationHash || comparingCode(hash) !== lease.comparingCode)
    return { ok: false, because: 'another-hash' };
  return { ok: true, declaration: built };
}

function isSameCase(frozen: Declaration, lease: InferOutput<typeof Lease>, context: LeaseContext): boolean {
  const { caseId, number, service } = context.counterCase;
  return (
    frozen.caseId === caseId &&
    lease.caseId === caseId &&
    frozen.number === number &&
    frozen.service === service &&
    frozen.revision === lease.revision
  );
}

/** Only the outermost shape: every character is compared afterwards. */
function readDeclaration(text: string): Declaration | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && 'schema' in read && read.schema === 'schalter/declaration@1'
      ? // What does not have the rest of the shape cannot come out equal to the one built here.
        (read as Declaration)
      : undefined;
  } catch {
    return undefined;
  }
}
