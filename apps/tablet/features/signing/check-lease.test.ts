import { beforeAll, describe, expect, test } from 'vitest';
import type { InferOutput } from 'valibot';
import { buildDeclaration } from '../../../../shared/declaration/build.ts';
import { canonical } from '../../../../shared/declaration/canonical.ts';
import { comparingCode, hashDeclaration, hashDefinition, hashOf } from '../../../../shared/declaration/hash.ts';
import { setAnswer } from '../../../../shared/forms/set-answer.ts';
import { familyOfFour } from '../../../../shared/services/anmeldung/examples.ts';
import { services } from '../../../../shared/services/catalogue.ts';
import type { CounterCase, Lease } from '../../../../shared/wire/counter.ts';
import { checkLease, type LeaseContext } from './check-lease.ts';

const service = services.anmeldung;
const authority = { name: 'Stadt Leinfelden-Echterdingen', ags: '08116078', address: 'Marktplatz 1' };
const counterCase: InferOutput<typeof CounterCase> = {
  caseId: '0193560a-0000-7000-8000-000000000001',
  number: '26-0001-00001-5',
  service: 'anmeldung',
  serviceVersion: service.definition.version,
  persons: 4,
  state: 'reviewing',
  version: 9,
  needsEntitlement: false,
  locale: 'en',
  showsAtEnd: false,
  answers: familyOfFour as InferOutput<typeof CounterCase>['answers'], // Whole trees of plain values, as on the wire.
  prefilled: [],
  changed: [],
  assistance: [],
  awaitsOffice: false,
  signers: [{ id: 'p1', role: 'self', name: 'Dr. Aleksandra Șerban-Wójcik' }],
  confirmedSigners: [],
  returnedBecause: null,
};
const context: LeaseContext = { service, counterCase, authority };
let lease: InferOutput<typeof Lease>;

beforeAll(async () => {
  lease = await leaseOver({});
});

describe('what the server froze, compared on the tablet', () => {
  test('the same answers come to the same text, hash and comparing code', async () => {
    const check = await checkLease(lease, context);
    expect(check).toMatchObject({ ok: true, declaration: { locale: 'en', revision: 1 } });
  });

  test('an answer the citizen never saw is noticed', async () => {
    const answers = setAnswer(service.definition, familyOfFour, 'einzugsdatum', '2026-11-15');
    expect(answers).toBeDefined();
    const other = await leaseOver({ answers: answers ?? {} });
    expect(await checkLease(other, context)).toEqual({ ok: false, because: 'another-text' });
  });

  test.for<[what: string, change: () => Promise<InferOutput<typeof Lease>>, because: string]>([
    ['text that is no declaration', async () => ({ ...lease, declaration: '{"schema":"other"}' }), 'unreadable'],
    ['text that is not JSON', async () => ({ ...lease, declaration: '{' }), 'unreadable'],
    ['the declaration of another case', () => leaseOver({ caseId: newCase }), 'another-case'],
    ['a lease over another case', async () => ({ ...lease, caseId: newCase }), 'another-case'],
    ['a revision the lease does not name', async () => ({ ...lease, revision: 2 }), 'another-case'],
    ['another edition of the form', () => leaseOver({ definitionHash: '0'.repeat(64) }), 'another-form'],
    ['another signer', () => leaseOver({ signers: [] }), 'another-text'],
    ['another authority', () => leaseOver({ authority: { ...authority, name: 'Musterstadt' } }), 'another-text'],
    ['another second language', () => leaseOver({ locale: 'plain' }), 'another-text'],
    [
      'the same text with other spacing',
      async () => ({ ...lease, declaration: `${lease.declaration} ` }),
      'another-text',
    ],
    ['a hash of something else', async () => ({ ...lease, declarationHash: await hashOf('x') }), 'another-hash'],
    ['a comparing code of something else', async () => ({ ...lease, comparingCode: 'AAAA-AAAA' }), 'another-hash'],
  ])('%s is refused', async ([, change, because]) => {
    expect(await checkLease(await change(), context)).toEqual({ ok: false, because });
  });
});

const newCase = '0193560a-0000-7000-8000-000000000002';

/** What an honest server would freeze, with one thing changed. */
async function leaseOver({
  answers = familyOfFour,
  ...change
}: Partial<Parameters<typeof buildDeclaration>[2]> & { answers?: Parameters<typeof buildDeclaration>[1] }) {
  const declaration = buildDeclaration(service, answers, {
    salt: 'c2FsdHNhbHRzYWx0c2FsdA',
    definitionHash: await hashDefinition(service.definition),
    authority,
    caseId: counterCase.caseId,
    revision: 1,
    number: counterCase.number,
    channel: 'counter',
    policy: { profile: 'leinfelden-echterdingen', basis: '§ 23 Abs. 1 Satz 2 BMG' },
    identification: [{ person: 'p1', how: 'visual', document: 'PA', result: 'shown' }],
    assistance: ['read-aloud'],
    locale: 'en',
    signers: counterCase.signers,
    ...change,
  });
  const declarationHash = await hashDeclaration(declaration);
  return {
    caseId: counterCase.caseId,
    revision: 1,
    declaration: canonical(declaration),
    declarationHash,
    comparingCode: comparingCode(declarationHash),
    challenge: 'challenge',
    validUntil: '2026-11-24T09:00:00.000Z',
  };
}
