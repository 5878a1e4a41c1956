import { and, eq, gt, inArray, isNull, lt, lte, or } from 'drizzle-orm';
import * as jose from 'jose';
import * as v from 'valibot';
import { limits } from '../../../shared/base/limits.ts';
import { Refusal } from '../../../shared/base/refusal.ts';
import type { OpenPairing, PairDevice, PublicJwk } from '../../../shared/wire/devices.ts';
import type { DeviceActor, Office, StaffActor } from '../../context.ts';
import type { Tx } from '../../db/client.ts';
import { hashToken, makeId, makeToken } from '../../tokens.ts';
import { makePairingCode, plainCode } from './pairing-code.ts';
import { findDesk, findDevice } from './queries.ts';
import { deviceChallenges, type DeviceRow, devices, deviceSessions, pairingCodes } from './tables.ts';

/** Makes a code that lets one tablet join one desk, once, within ten minutes. Who asked for it answers for the tablet. */
export async function openPairing(office: Office, { staffId }: StaffActor, wish: v.InferOutput<typeof OpenPairing>) {
  if (!(await findDesk(office.db, wish.deskId))) throw new Refusal('not-found');
  const code = makePairingCode(office.randomBytes(8));
  const expiresAt = later(office.now(), limits.pairingCodeMinutes * 60);
  await office.db.delete(pairingCodes).where(lt(pairingCodes.expiresAt, office.now()));
  const codeHash = hashToken(plainCode(code));
  const invitation = { deskId: wish.deskId, name: wish.name, invitedBy: staffId, invitedAt: office.now() };
  await office.db.insert(pairingCodes).values({ codeHash, ...invitation, expiresAt });
  return { code, expiresAt };
}

/**
 * Takes a tablet into the office: the code is open, and whoever sends the key also holds it. The same tablet sending
 * the same again is answered the same, as long as its session's proof would be; another key under its id is refused.
 * Whichever tablet stood at the desk before hears nothing more of it.
 */
export async function pairDevice(office: Office, wish: v.InferOutput<typeof PairDevice>): Promise<DeviceRow> {
  const thumbprint = await jose.calculateJwkThumbprint(wish.jwk);
  const claims = await readProof(wish.proof, wish.jwk, 'schalter-pairing+jwt');
  if (plainCode(String(claims.code)) !== plainCode(wish.code)) throw new Refusal('device-proof-wrong');
  const known = await findDevice(office.db, wish.deviceId);
  if (known?.thumbprint === thumbprint && known.state === 'paired') return known;
  if (known) throw new Refusal('same-id-other-content');
  return await office.db.transaction(async (tx) => {
    const invitation = await takeCode(office, tx, wish.code);
    const [paired] = await tx
      .insert(devices)
      .values({
        deviceId: wish.deviceId,
        ...invitation,
        jwk: wish.jwk,
        thumbprint,
        state: 'paired',
        pairedAt: office.now(),
      })
      .onConflictDoNothing()
      .returning();
    if (!paired) throw new Refusal('same-id-other-content');
    await endSessionsAt(office, tx, paired.deskId);
    await office.live.publish(tx, { about: 'desk', id: paired.deskId, version: office.now().getTime() });
    return paired;
  });
}

/** What the tablet has to sign next; good for one session, for a minute. */
export async function askChallenge(office: Office, deviceId: string) {
  await findPaired(office, deviceId);
  const challenge = makeToken(office);
  const expiresAt = later(office.now(), limits.deviceChallengeSeconds);
  await office.db.delete(deviceChallenges).where(lt(deviceChallenges.expiresAt, office.now()));
  await office.db.insert(deviceChallenges).values({ challengeHash: hashToken(challenge), deviceId, expiresAt });
  return { challenge, expiresAt };
}

/** Opens a session for the tablet that signed its challenge. */
export async function openDeviceSession(office: Office, { deviceId, proof }: { deviceId: string; proof: string }) {
  const device = await findPaired(office, deviceId);
  const claims = await readProof(proof, device.jwk, 'schalter-session+jwt');
  if (claims.deviceId !== deviceId) throw new Refusal('device-proof-wrong');
  const challengeHash = hashToken(String(claims.challenge));
  const openedAt = office.now();
  const token = makeToken(office);
  const endsAt = later(openedAt, limits.deviceSessionHours * 3600);
  await office.db.transaction(async (tx) => {
    const fits = and(eq(deviceChallenges.challengeHash, challengeHash), eq(deviceChallenges.deviceId, deviceId));
    const [used] = await tx
      .delete(deviceChallenges)
      .where(and(fits, gt(deviceChallenges.expiresAt, openedAt)))
      .returning();
    if (!used) throw new Refusal('device-proof-wrong');
    await tx.delete(deviceSessions).where(lt(deviceSessions.endsAt, openedAt));
    const session = { sessionId: makeId(office), tokenHash: hashToken(token), deviceId, openedAt, endsAt };
    await tx.insert(deviceSessions).values(session);
    await tx.update(devices).set({ lastSeenAt: openedAt }).where(eq(devices.deviceId, deviceId));
  });
  return { token, until: endsAt };
}

/** The tablet said something. It is written down every few seconds at most, because a tablet says a lot. */
export async function noteContact(office: Office, { deviceId }: Pick<DeviceActor, 'deviceId'>): Promise<void> {
  const before = later(office.now(), -limits.deviceContactSeconds);
  const isOld = or(isNull(devices.lastSeenAt), lte(devices.lastSeenAt, before));
  await office.db
    .update(devices)
    .set({ lastSeenAt: office.now() })
    .where(and(eq(devices.deviceId, deviceId), isOld));
}

/**
 * Blocks a tablet: its sessions end at once; what it confirmed before stays valid. Repeating it changes nothing. Where
 * it had taken another one's place, that one is the desk's again.
 */
export async function revokeDevice(office: Office, deviceId: string): Promise<DeviceRow> {
  return await office.db.transaction(async (tx) => {
    const device = await findDevice(tx, deviceId);
    if (!device) throw new Refusal('not-found');
    if (device.state === 'revoked') return device;
    const [revoked] = await tx
      .update(devices)
      .set({ state: 'revoked', revokedAt: office.now() })
      .where(eq(devices.deviceId, deviceId))
      .returning();
    await endSessionsAt(office, tx, device.deskId);
    await office.live.publish(tx, { about: 'desk', id: device.deskId, version: office.now().getTime() });
    return revoked ?? device;
  });
}

/**
 * Another tablet counts at the desk from here on, so whoever holds a session of a tablet there proves its key anew and
 * is told by that who it is. A tablet does so by itself, and the person at it sees nothing of it.
 */
async function endSessionsAt(office: Office, tx: Tx, deskId: string): Promise<void> {
  const there = tx.select({ deviceId: devices.deviceId }).from(devices).where(eq(devices.deskId, deskId));
  const ended = await tx.delete(deviceSessions).where(inArray(deviceSessions.deviceId, there)).returning();
  for (const { sessionId } of ended) await office.live.endSession(tx, sessionId);
}

type Invitation = Pick<DeviceRow, 'deskId' | 'name' | 'invitedBy' | 'invitedAt'>;

async function takeCode(office: Office, tx: Tx, code: string): Promise<Invitation> {
  const [taken] = await tx
    .delete(pairingCodes)
    .where(and(eq(pairingCodes.codeHash, hashToken(plainCode(code))), gt(pairingCodes.expiresAt, office.now())))
    .returning();
  if (!taken) throw new Refusal('pairing-code-wrong');
  const { deskId, name, invitedBy, invitedAt } = taken;
  return { deskId, name, invitedBy, invitedAt };
}

/** A device that does not exist and one with a wrong key are told the same. */
async function findPaired(office: Office, deviceId: string): Promise<DeviceRow> {
  const device = await findDevice(office.db, deviceId);
  if (!device) throw new Refusal('device-proof-wrong');
  if (device.state === 'revoked') throw new Refusal('device-revoked');
  return device;
}

/** What a compact JWS by `jwk` says, if it is one: ES256, of the type expected, nothing else in its header. */
async function readProof(
  proof: string,
  jwk: v.InferOutput<typeof PublicJwk>,
  typ: string,
): Promise<Readonly<Record<string, unknown>>> {
  try {
    const key = await jose.importJWK(jwk, 'ES256');
    const { payload, protectedHeader } = await jose.compactVerify(proof, key, { algorithms: ['ES256'] });
    if (protectedHeader.typ !== typ) throw new Error('another type');
    return v.parse(v.record(v.string(), v.unknown()), JSON.parse(new TextDecoder().decode(payload)));
  } catch {
    throw new Refusal('device-proof-wrong');
  }
}

const later = (from: Date, seconds: number) => new Date(from.getTime() + seconds * 1000);
