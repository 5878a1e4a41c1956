import { expect, test } from 'vitest';
import { appendedDocuments } from '../../tests/support/appended-documents.ts';
import { oddDocuments } from '../../tests/support/odd-documents.ts';
import { aboutForm, document, sealed, stamped, trust } from '../../tests/support/sealed-subject.ts';
import { smallPdf } from '../../tests/support/small-pdf.ts';
import { sealedAt } from '../../tests/support/test-pki.ts';
import { makeNotes } from './notes.ts';
import { type ReasonCode, reasons } from './reasons.ts';
import { verify } from './verify.ts';

/** Every reason the verification knows, each from one file that is wrong in one way. */
const cases = { ...oddDocuments, ...appendedDocuments };

test.for(Object.entries(cases))('%s is found and weighs what its table says', async ([code, make]) => {
  const { pdf, trust: changed } = await make();
  const report = await verify(pdf, { ...trust, ...changed });
  expect(report.reasons.map((reason) => reason.code)).toContain(code);
  const { severity } = reasons[code as ReasonCode];
  if (severity === 'failed') expect(report.verdict).toBe('TOTAL-FAILED');
  else expect(report.verdict).not.toBe('TOTAL-PASSED');
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});

test('a step that breaks on something unforeseen is a reason and no pass', async () => {
  const { step, conclude } = makeNotes();
  await step('structure', () => {
    throw new TypeError('unforeseen');
  });
  expect(conclude().reasons).toEqual([{ code: 'check-broke', severity: 'undecided', where: { part: 'structure' } }]);
  expect(conclude().verdict).toBe('INDETERMINATE');
});

test('every reason is produced by a test', () => {
  expect([...Object.keys(cases), 'check-broke'].toSorted()).toEqual(Object.keys(reasons).toSorted());
});

test('the file everything else is measured by passes', async () => {
  const report = await verify((await sealed()).pdf, trust);
  expect(report).toMatchObject({ verdict: 'TOTAL-PASSED', reasons: [], seal: { level: 'B-B' } });
  expect(report.seal?.claimedAt).toBe(sealedAt.toISOString());
  const other = await verify((await stamped()).pdf, trust);
  expect(other).toMatchObject({
    verdict: 'TOTAL-PASSED',
    seal: { level: 'B-T', provenAt: '2026-11-23T09:00:05.000Z' },
  });
});

test('a declaration about a form of another program passes with that form beside it', async () => {
  const form = smallPdf({});
  const { pdf } = await document({
    declaration: aboutForm(form),
    files: (files) => ({ ...files, 'original.pdf': form }),
  });
  expect(await verify(pdf, trust)).toMatchObject({ verdict: 'TOTAL-PASSED', reasons: [] });
});
