import { makeAuthenticityCode } from '../../shared/base/authenticity-code.ts';
import { newId, type Stage } from './counter.ts';

/** Every request with a body, whole and well made; the tests spoil them. One that is missing here fails a test. */
export type WholeRequest = {
  route: string;
  /** How far the case is that it is about. */
  stage: Stage;
  by: 'clerk' | 'lead' | 'tablet' | 'nobody';
  json: Record<string, unknown>;
  optional?: string[];
};

export const wholeRequests: readonly WholeRequest[] = [
  {
    route: 'POST /api/cases',
    stage: 'prepared',
    by: 'clerk',
    json: { caseId: newId(), service: 'anmeldung', persons: 2, registerKey: 'x' },
    optional: ['registerKey'],
  },
  {
    route: 'POST /api/cases/register-search',
    stage: 'prepared',
    by: 'clerk',
    json: { familienname: 'A', vornamen: 'B', geburtsdatum: '1990-01-01', letzteAnschrift: 'C' },
  },
  {
    route: 'PUT /api/cases/:caseId/answers',
    stage: 'prepared',
    by: 'clerk',
    json: { path: 'rolle', value: 'guardian' },
  },
  {
    route: 'POST /api/cases/:caseId/identifications',
    stage: 'prepared',
    by: 'clerk',
    json: { person: 'p2', document: 'RP', result: 'shown', note: 'x' },
    optional: ['note'],
  },
  {
    route: 'PUT /api/cases/:caseId/signers',
    stage: 'prepared',
    by: 'clerk',
    json: { signers: [{ id: 'p2', role: 'self', name: 'x' }] },
  },
  { route: 'POST /api/cases/:caseId/handover', stage: 'prepared', by: 'clerk', json: { deskId: 'echterdingen-1' } },
  { route: 'POST /api/cases/:caseId/return', stage: 'confirmed', by: 'clerk', json: { reason: 'x' } },
  { route: 'POST /api/cases/:caseId/paper', stage: 'reviewing', by: 'clerk', json: { scanId: 'x.pdf' } },
  { route: 'POST /api/cases/:caseId/mark-note', stage: 'confirmed', by: 'clerk', json: { actId: newId(), note: 'x' } },
  {
    route: 'POST /api/cases/:caseId/handout',
    stage: 'confirmed',
    by: 'clerk',
    json: { documentId: newId(), how: 'shown' },
  },
  {
    route: 'POST /api/counter/:caseId/begin',
    stage: 'handed-over',
    by: 'tablet',
    json: { locale: 'de', assistance: ['translated'] },
    optional: ['assistance'],
  },
  {
    route: 'POST /api/counter/:caseId/entitlement',
    stage: 'begun',
    by: 'tablet',
    json: { statement: 'entitled', instruction: 'informed-202a-stgb' },
  },
  { route: 'POST /api/counter/:caseId/locale', stage: 'filling', by: 'tablet', json: { locale: 'en' } },
  {
    route: 'POST /api/counter/:caseId/assistance',
    stage: 'filling',
    by: 'tablet',
    json: { assistance: ['accompanied'] },
  },
  { route: 'POST /api/counter/:caseId/show-at-end', stage: 'filling', by: 'tablet', json: { showsAtEnd: true } },
  {
    route: 'PUT /api/counter/:caseId/answers',
    stage: 'filling',
    by: 'tablet',
    json: { answers: [{ path: 'rolle', value: 'guardian' }] },
  },
  { route: 'POST /api/counter/:caseId/review', stage: 'filling', by: 'tablet', json: { assistance: ['read-aloud'] } },
  {
    route: 'POST /api/counter/:caseId/acts',
    stage: 'reviewing',
    by: 'tablet',
    json: { actId: newId(), jws: 'a.b.c', drawing: { schema: 'schalter/drawing@1', paths: [[[1, 1]]] } },
    optional: ['drawing'],
  },
  {
    route: 'POST /api/counter/:caseId/decline',
    stage: 'reviewing',
    by: 'tablet',
    json: { note: 'x' },
    optional: ['note'],
  },
  { route: 'POST /api/counter/:caseId/end', stage: 'confirmed', by: 'tablet', json: { handedOver: ['print'] } },
  {
    route: 'POST /api/copies',
    stage: 'confirmed',
    by: 'nobody',
    json: { token: 'AAAAAAAAAAAAAAAAAAAAAA', birthDate: '1987-04-16' },
  },
  {
    route: 'POST /api/cases/:caseId/documents/:documentId/withdraw',
    stage: 'confirmed',
    by: 'clerk',
    json: { reason: 'x' },
  },
  {
    route: 'POST /api/checking/codes',
    stage: 'prepared',
    by: 'nobody',
    json: { code: makeAuthenticityCode(new Uint8Array(16)) },
  },
  { route: 'POST /api/staff/sign-in', stage: 'prepared', by: 'nobody', json: { staffId: 'demo-clerk-2' } },
  { route: 'PUT /api/staff/:staffId/pin', stage: 'prepared', by: 'lead', json: { pin: '123456' } },
  {
    route: 'POST /api/devices/pairings',
    stage: 'prepared',
    by: 'clerk',
    json: { deskId: 'leinfelden-4', name: 'Tablet' },
  },
  {
    route: 'POST /api/devices/pair',
    stage: 'prepared',
    by: 'nobody',
    json: { deviceId: newId(), code: 'AAAA-AAAA', jwk: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }, proof: 'a.b.c' },
  },
  { route: 'POST /api/devices/challenges', stage: 'prepared', by: 'nobody', json: { deviceId: newId() } },
  { route: 'POST /api/devices/sessions', stage: 'prepared', by: 'nobody', json: { deviceId: newId(), proof: 'a.b.c' } },
];
