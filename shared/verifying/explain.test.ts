import { expect, test } from 'vitest';
import { locales } from '../base/locale.ts';
import { explain, sayProblem, sayReason, verdictWords } from './explain.ts';
import { type ReasonCode, reasons } from './reasons.ts';
import type { Report } from './report.ts';
import { utf8 } from '../base/bytes.ts';
import { verify } from './verify.ts';

const codes = Object.keys(reasons) as ReasonCode[];

test('every verdict and reason has two sayings in every language', () => {
  for (const locale of locales) {
    for (const report of [passed, ...codes.map(reportOf)]) {
      const said = explain(report, locale);
      expect(said.every((sentence) => /^\S.*\S\.$/s.test(sentence))).toBe(true);
      expect(verdictWords[locale][report.verdict]).not.toBe('');
    }
    for (const code of codes) expect(sayReason(code, locale)).toMatch(/^[A-ZÄÖÜ].*\.$/);
  }
});

test('somebody at a counter reads who sealed, or what is wrong and what to do', async () => {
  expect(explain(passed, 'de')).toEqual([
    'Dieses Dokument trägt das Siegel „Stadt X“ und ist seit dem Siegeln unverändert.',
    'Sie können sich darauf verlassen, dass es genau so von dieser Stelle kommt; ob die Angaben heute noch stimmen, sagt diese Prüfung nicht.',
  ]);
  expect(explain(reportOf('digest-mismatch'), 'de')[1]).toContain('nach dem Siegeln verändert');
  const trust = { sealAnchors: [], tsaAnchors: [], revocation: [], at: new Date('2026-11-23T09:00:00Z') };
  expect(explain(await verify(utf8('x'), trust), 'plain')[1]).toBe(
    'Die Datei ist kaputt.\nOder sie ist kein Dokument vom Amt.\nBitte fragen Sie nach der richtigen Datei.',
  );
});

test('the day is told once a time stamp proves it, as the calendar of the office has it', () => {
  const stamped = { ...passed, seal: { ...seal, provenAt: '2026-11-22T23:30:00.000Z' } };
  expect(explain(stamped, 'de')[0]).toContain('seit dem 23. November 2026 unverändert');
  expect(explain(stamped, 'plain')[0]).toContain('Das Siegel ist vom 23. November 2026.');
  expect(explain(stamped, 'en')[0]).toContain('since 23 November 2026');
});

test('what is odd about the structure is said, too', async () => {
  const trust = { sealAnchors: [], tsaAnchors: [], revocation: [], at: new Date('2026-11-23T09:00:00Z') };
  const [reason] = (await verify(utf8('x'), trust)).reasons;
  expect(reason && sayProblem(reason, 'de')).toBe('Die Datei beginnt nicht wie ein PDF.');
});

test('what weighs more is said, not what was found first', () => {
  const both = { ...reportOf('digest-mismatch') };
  both.reasons = [...reportOf('revocation-missing').reasons, ...both.reasons];
  expect(explain(both, 'en')[1]).toContain('changed after it was sealed');
});

const shown = {
  schema: 'schalter/verification@1',
  at: '',
  file: { sha256: '', bytes: 0 },
  checks: [],
  revisions: [],
} as const;
const seal = {
  isTraced: true,
  signer: 'Stadt X',
  issuer: '',
  serialNumber: '',
  certificateHash: '',
  notBefore: '',
  notAfter: '',
  algorithm: '',
  level: 'B-B',
} as const;
const passed: Report = { ...shown, verdict: 'TOTAL-PASSED', reasons: [], seal };

function reportOf(code: ReasonCode): { -readonly [Key in keyof Report]: Report[Key] } {
  const { severity } = reasons[code];
  return { ...shown, verdict: severity === 'failed' ? 'TOTAL-FAILED' : 'INDETERMINATE', reasons: [{ code, severity }] };
}
