import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { startOffice } from '../tests/support/office.ts';
import { plainError } from './log.ts';

/** A log that keeps what is written into it. */
function makeLog() {
  const lines: string[] = [];
  const log = pino(
    { base: null, serializers: { err: plainError } },
    { write: (line: string) => void lines.push(line) },
  );
  return { log, lines };
}

describe('the log', () => {
  test.for([
    ['a query with a wrong value', `select 'Geheimrat'::date`],
    ['a query with a wrong id', `select '{"name": "Geheimrat"}'::uuid`],
    ['a query with broken JSON', `select '{"name": Geheimrat}'::jsonb`],
  ] as const)('says of %s what was wrong, and not the value', async ([, query]) => {
    const { log, lines } = makeLog();
    const office = await startOffice({ log });
    await office.sql.unsafe(query).catch((error: unknown) => log.error({ err: error }, 'bug'));
    await office.close();
    expect(lines.join('')).toContain('invalid input syntax');
    expect(lines.join('')).not.toContain('Geheimrat');
  });

  test('says of JSON that is none no word of it', () => {
    const { log, lines } = makeLog();
    try {
      JSON.parse('Geheimrat Geheimrat');
    } catch (error) {
      log.error({ err: error }, 'bug');
    }
    expect(lines.join('')).toContain('SyntaxError');
    expect(lines.join('')).not.toContain('Geheim');
  });

  test('names the route, never who or what was asked for', async () => {
    const { log, lines } = makeLog();
    const office = await startOffice({ log });
    const browser = await office.signedIn('demo-lead');
    await browser.fetch('/api/staff/geheim-id/pin?name=Geheimrat', { method: 'DELETE' });
    await browser.fetch('/api/staff/geheim-id/pin', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: '{"pin":"271828"}',
    });
    await office.close();
    const written = lines.join('');
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({
      method: 'DELETE',
      route: '/api/staff/:staffId/pin',
      status: 404,
    });
    for (const secret of ['geheim', 'Geheim', '271828', browser.jar.get('schalter-staff') ?? 'none'])
      expect(written).not.toContain(secret);
  });

  test('writes what the database refused without the row it refused', async () => {
    const { log, lines } = makeLog();
    const office = await startOffice({ log });
    const { sql } = office;
    const failed = sql`insert into staff values ('demo-lead', 'Geheim Geheimrat', 'clerk', null, true)`;
    await failed.catch((error: unknown) => log.error({ err: error }, 'bug'));
    await office.office.db
      .execute(`insert into staff values ('demo-lead', 'Geheim Geheimrat', 'clerk', null, true)`)
      .catch((error: unknown) => log.error({ err: error }, 'bug'));
    await office.close();
    expect(lines.join('')).toContain('23505');
    expect(lines.join('')).not.toContain('demo-lead)');
  });
});
