import { Hono } from 'hono';
import * as v from 'valibot';
import { toInstant } from '../../../shared/base/instant.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import { Id } from '../../../shared/wire/base.ts';
import {
  AskChallenge,
  ChallengeView,
  DeskView,
  DeviceSessionView,
  DeviceView,
  ListedDeviceView,
  OpenDeviceSession,
  OpenPairing,
  PairDevice,
  Pairing,
  PairingView,
} from '../../../shared/wire/devices.ts';
import type { Office, OfficeEnv } from '../../context.ts';
import { putCookie } from '../../cookies.ts';
import { answers, body, only, path } from '../../http.ts';
import { limited, limitedAlways } from '../../rate-limit.ts';
import { askChallenge, openDeviceSession, openPairing, pairDevice, revokeDevice } from './actions.ts';
import { may } from './policy.ts';
import { presentDesk, presentDevice, presentListed } from './present.ts';
import { findDesk, findDevice, listDesks, listDevices } from './queries.ts';
import type { DeviceRow } from './tables.ts';

const Desks = v.object({ desks: v.array(DeskView) });
/** A code has 40 bits and lives ten minutes: ten guesses for each address leave nothing to guess. */
const pairingLimit = { what: 'pair', tries: 10, seconds: 600 };
/** A whole office asks through one address, and every answer leaves a row for a minute. */
const challengeLimit = { what: 'device-challenge', tries: 600, seconds: 60 };
const proofLimit = { what: 'device-proof', tries: 60, seconds: 60 };

const Devices = v.object({ devices: v.array(ListedDeviceView) });

/** Desks and tablets: how a tablet joins the office, proves itself every day, and is blocked when it is lost. */
export const deviceRoutes = new Hono<OfficeEnv>()
  .get('/', only(...may.see), answers('Every tablet', 200, Devices), async (c) =>
    c.json({ devices: (await listDevices(c.var.office.db)).map((one) => presentListed(one, c.var.actor)) }, 200),
  )
  .get('/desks', only(...may.see), answers('Every desk', 200, Desks), async (c) =>
    c.json({ desks: (await listDesks(c.var.office.db)).map(presentDesk) }, 200),
  )
  .post('/pairings', only(...may.invite), body(OpenPairing), answers('A code to pair', 201, PairingView), async (c) => {
    const { code, expiresAt } = await openPairing(c.var.office, c.var.actor, c.req.valid('json'));
    return c.json({ code, expiresAt: toInstant(expiresAt) }, 201);
  })
  .post(
    '/pair',
    only('anyone'),
    limited(pairingLimit),
    body(PairDevice),
    answers('Join the office', 201, Pairing),
    async (c) => c.json(await describePairing(c.var.office, await pairDevice(c.var.office, c.req.valid('json'))), 201),
  )
  .post(
    '/challenges',
    only('anyone'),
    limitedAlways(challengeLimit),
    body(AskChallenge),
    answers('Sign this', 201, ChallengeView),
    async (c) => {
      const { challenge, expiresAt } = await askChallenge(c.var.office, c.req.valid('json').deviceId);
      return c.json({ challenge, expiresAt: toInstant(expiresAt) }, 201);
    },
  )
  .post(
    '/sessions',
    only('anyone'),
    limited(proofLimit),
    body(OpenDeviceSession),
    answers('Open a session', 201, DeviceSessionView),
    async (c) => {
      const { token, until } = await openDeviceSession(c.var.office, c.req.valid('json'));
      putCookie(c, 'device', token, until);
      return c.json({ deviceId: c.req.valid('json').deviceId, until: toInstant(until) }, 201);
    },
  )
  .get('/me', only('device'), answers('Which tablet this is', 200, Pairing), async (c) => {
    const device = await findDevice(c.var.office.db, c.var.actor.deviceId);
    if (!device) throw new Refusal('not-found');
    return c.json(await describePairing(c.var.office, device), 200);
  })
  .post(
    '/:deviceId/revoke',
    only(...may.revoke),
    path({ deviceId: Id }),
    answers('Block', 200, DeviceView),
    async (c) => c.json(presentDevice(await revokeDevice(c.var.office, c.req.valid('param').deviceId)), 200),
  );

async function describePairing(office: Office, device: DeviceRow): Promise<v.InferOutput<typeof Pairing>> {
  const desk = await findDesk(office.db, device.deskId);
  if (!desk) throw new Error(`desk ${device.deskId} has no row`);
  const { authority } = office.settings;
  return {
    device: presentDevice(device),
    desk: presentDesk(desk),
    authority,
    officeKey: await office.keys.publicKey(),
  };
}
