import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Role, rolesOf } from '../server/http.ts';
import { startOffice, type TestOffice } from './support/office.ts';
import { pairedTablet } from './support/tablet.ts';

/**
 * The whole office on one page: which route admits whom. Every route is asked as every role; a route that is missing
 * here, or guarded twice or not at all, fails.
 */
const staff = ['clerk', 'lead', 'administrator'] as const;
/** Administrators run the office and see no case. */
const desk = ['clerk', 'lead'] as const;
const table: Readonly<Record<string, readonly Role[]>> = {
  'GET /api/openapi.json': ['anyone'],
  'GET /api/staff/demo': ['anyone'],
  'POST /api/staff/sign-in': ['anyone'],
  'POST /api/staff/sign-out': staff,
  'GET /api/staff/me': staff,
  'GET /api/staff': ['lead', 'administrator'],
  'PUT /api/staff/:staffId/pin': ['lead'],
  'DELETE /api/staff/:staffId/pin': ['lead'],
  'GET /api/devices': staff,
  'GET /api/devices/desks': staff,
  'POST /api/devices/pairings': staff,
  'POST /api/devices/pair': ['anyone'],
  'POST /api/devices/challenges': ['anyone'],
  'POST /api/devices/sessions': ['anyone'],
  'GET /api/devices/me': ['device'],
  'POST /api/devices/:deviceId/revoke': ['lead', 'administrator'],
  'GET /api/cases': desk,
  'POST /api/cases': desk,
  'POST /api/cases/register-search': desk,
  'GET /api/cases/register-look-ups': ['lead'],
  'GET /api/cases/:caseId': desk,
  'PUT /api/cases/:caseId/answers': desk,
  'POST /api/cases/:caseId/identifications': desk,
  'PUT /api/cases/:caseId/signers': desk,
  'POST /api/cases/:caseId/handover': desk,
  'POST /api/cases/:caseId/recall': desk,
  'POST /api/cases/:caseId/return': desk,
  'GET /api/cases/:caseId/scans': desk,
  'POST /api/cases/:caseId/paper': desk,
  'POST /api/cases/:caseId/mark-note': desk,
  'POST /api/cases/:caseId/accept': desk,
  'POST /api/cases/:caseId/entry': desk,
  'POST /api/cases/:caseId/handout': desk,
  'POST /api/cases/:caseId/documents/:documentId/retry': desk,
  'POST /api/cases/:caseId/documents/:documentId/withdraw': desk,
  'POST /api/cases/:caseId/documents/:documentId/reissue': desk,
  'POST /api/cases/:caseId/finish': desk,
  'POST /api/cases/:caseId/tasks/:taskId/done': desk,
  'GET /api/cases/:caseId/evidence': desk,
  'GET /api/cases/:caseId/evidence.json': desk,
  'POST /api/cases/:caseId/evidence-report': ['lead'],
  'GET /api/evidence/days': ['lead', 'administrator'],
  'GET /api/documents/given-up': ['lead', 'administrator'],
  'POST /api/documents/given-up/:documentId/retry': ['lead', 'administrator'],
  'GET /api/documents/:documentId': desk,
  'GET /api/documents/:documentId/versions': desk,
  'GET /api/documents/:documentId/versions/:sha256': desk,
  'POST /api/cases/:caseId/override': ['lead'],
  'GET /api/counter': ['device'],
  'GET /api/counter/:caseId': ['device'],
  'POST /api/counter/:caseId/begin': ['device'],
  'POST /api/counter/:caseId/entitlement': ['device'],
  'POST /api/counter/:caseId/locale': ['device'],
  'POST /api/counter/:caseId/assistance': ['device'],
  'POST /api/counter/:caseId/await-office': ['device'],
  'POST /api/counter/:caseId/show-at-end': ['device'],
  'PUT /api/counter/:caseId/answers': ['device'],
  'POST /api/counter/:caseId/review': ['device'],
  'POST /api/counter/:caseId/review/leave': ['device'],
  'POST /api/counter/:caseId/acts': ['device'],
  'POST /api/counter/:caseId/decline': ['device'],
  'POST /api/counter/:caseId/paper': ['device'],
  'POST /api/counter/:caseId/copy': ['device'],
  'POST /api/counter/:caseId/copy/print': ['device'],
  'POST /api/counter/:caseId/end': ['device'],
  'POST /api/copies': ['anyone'],
  'GET /api/checking/anchors': ['anyone'],
  'GET /api/seals': ['lead', 'administrator'],
  'POST /api/checking/codes': ['anyone'],
};

const people = { clerk: 'demo-clerk-1', lead: 'demo-lead', administrator: 'demo-administrator-1' } as const;
const roles = ['anyone', 'clerk', 'lead', 'administrator', 'device'] as const;

let office: TestOffice;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

const routesOf = ({ app }: TestOffice) => app.routes.filter(({ method }) => method !== 'ALL');
const keyOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

describe('roles', () => {
  test('every route stands in the table, and the table names no other', () => {
    const routes = new Set(routesOf(office).map(keyOf));
    expect([...routes].toSorted()).toEqual(Object.keys(table).toSorted());
  });

  test('every route has exactly one guard', () => {
    const guards = Map.groupBy(
      routesOf(office).filter(({ handler }) => rolesOf.has(handler)),
      keyOf,
    );
    for (const route of Object.keys(table)) expect([route, guards.get(route)?.length]).toEqual([route, 1]);
  });

  test.for(roles)('%s is let in where the table says so and nowhere else', async (role) => {
    const wrong: string[] = [];
    let browser = await browserOf(role);
    for (const [route, admitted] of Object.entries(table)) {
      const [method = '', path = ''] = route.split(' ');
      const answer = await browser.fetch(path.replaceAll(/:\w+/g, 'nobody'), { method });
      const { code } = answer.status >= 400 ? ((await answer.json()) as { code: string }) : { code: '' };
      if (path.endsWith('/sign-out')) browser = await browserOf(role);
      const isRefused = code === 'not-signed-in' || code === 'role-forbidden';
      const isAdmitted = admitted.includes('anyone') || admitted.includes(role);
      if (isRefused === isAdmitted) wrong.push(`${route} as ${role}: ${answer.status} ${code}`);
      if (isRefused && role === 'anyone' && code !== 'not-signed-in') wrong.push(`${route}: nobody is told ${code}`);
    }
    expect(wrong).toEqual([]);
  });
});

async function browserOf(role: (typeof roles)[number]) {
  if (role === 'anyone') return office.browser();
  return role === 'device' ? (await pairedTablet(office)).browser : await office.signedIn(people[role]);
}
