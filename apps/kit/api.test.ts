import { describe, expect, test } from 'vitest';
import { call, makeApi } from './api.ts';
import { ProblemError } from './problem.ts';

/** An office that answers with these, one after the other. */
function officeThat(...answers: readonly (Response | Error)[]) {
  const left = [...answers];
  let asked = 0;
  const waits: number[] = [];
  const api = makeApi('http://office', () => {
    asked += 1;
    const next = left.shift() ?? new Error('nobody asked for more');
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  });
  const wait = (milliseconds: number) => {
    waits.push(milliseconds);
    return Promise.resolve();
  };
  return { api, wait, waits, asked: () => asked };
}

const fine = () => Response.json({ staff: [] });
const refused = (status: number, code: string, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ type: `urn:schalter:${code}`, title: 'Nein.', status, code }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
const offline = () => new TypeError('Failed to fetch');

describe('a call', () => {
  test('gives what was answered', async () => {
    const { api } = officeThat(fine());
    expect(await call(() => api.api.staff.$get())).toEqual({ staff: [] });
  });

  test('throws the refusal with its sentence', async () => {
    const { api } = officeThat(refused(403, 'role-forbidden'));
    const problem = await problemOf(call(() => api.api.staff.$get()));
    expect(problem).toMatchObject({ code: 'role-forbidden', status: 403, words: { de: 'Nein.' } });
  });

  test.for([
    ['a page of somebody else', new Response('<h1>Bad gateway</h1>', { status: 502 })],
    ['a bug', refused(500, 'internal')],
  ] as const)('says of %s only that it did not work', async ([, answer]) => {
    const { api } = officeThat(answer);
    expect((await problemOf(call(() => api.api.staff.$get()))).code).toBe('internal');
  });

  test('that is safe to repeat survives a network that is gone for a moment', async () => {
    const { api, wait, waits, asked } = officeThat(offline(), refused(503, 'documents-busy'), fine());
    expect(await call(() => api.api.staff.$get(), { repeat: 'safe', wait })).toEqual({ staff: [] });
    expect(asked()).toBe(3);
    expect(waits.every((milliseconds) => milliseconds > 0)).toBe(true);
  });

  test('that is safe to repeat is not repeated against a rule', async () => {
    const { api, wait, asked } = officeThat(refused(409, 'case-recalled'), fine());
    await problemOf(call(() => api.api.staff.$get(), { repeat: 'safe', wait }));
    expect(asked()).toBe(1);
  });

  test('gives up after four tries', async () => {
    const { api, wait, asked } = officeThat(offline(), offline(), offline(), offline(), fine());
    const problem = await problemOf(call(() => api.api.staff.$get(), { repeat: 'safe', wait }));
    expect([problem.code, asked()]).toEqual(['network', 4]);
  });

  test('waits as long as the office asks for', async () => {
    const { api, wait, waits } = officeThat(refused(429, 'too-many-tries', { 'retry-after': '7' }), fine());
    await call(() => api.api.staff.$get(), { repeat: 'safe', wait });
    expect(waits).toEqual([7_000]);
  });

  test('that may not be repeated is made once', async () => {
    const { api, wait, asked } = officeThat(offline(), fine());
    await problemOf(call(() => api.api.staff.$get(), { wait }));
    expect(asked()).toBe(1);
  });
});

async function problemOf(made: Promise<unknown>): Promise<ProblemError> {
  const cause: unknown = await made.then(
    () => new Error('it went well'),
    (error: unknown) => error,
  );
  if (!(cause instanceof ProblemError)) throw cause;
  return cause;
}
