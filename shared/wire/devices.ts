import * as v from 'valibot';
import { At, Base64Url, Id, ShortText } from './base.ts';

/** Tablets and desks. A tablet is paired to one desk by a code that a clerk reads out or shows as QR. */
export const PublicJwk = v.strictObject({ kty: v.literal('EC'), crv: v.literal('P-256'), x: Base64Url, y: Base64Url });

export const DeskView = v.object({ deskId: v.string(), name: v.string(), site: v.string() });

export const DeviceView = v.object({
  deviceId: v.string(),
  /** Four digits of the Vorgangsnummer; never reused. */
  number: v.string(),
  name: v.string(),
  deskId: v.string(),
  thumbprint: v.string(),
  state: v.picklist(['paired', 'revoked']),
  pairedAt: v.string(),
  lastSeenAt: v.nullable(v.string()),
});

/** `invited` says who let the tablet in and when; only whoever may block it is told. */
export const ListedDeviceView = v.object({
  ...DeviceView.entries,
  invited: v.nullable(v.object({ staffId: v.string(), name: v.string(), at: At })),
});

export const OpenPairing = v.strictObject({ deskId: v.pipe(v.string(), v.maxLength(60)), name: ShortText });
export const PairingView = v.object({ code: v.string(), expiresAt: v.string() });

/** `proof` is a compact JWS by the new key over `{ code }` (typ `schalter-pairing+jwt`): who sends the key also holds it. */
export const PairDevice = v.strictObject({
  deviceId: Id,
  code: v.pipe(v.string(), v.regex(/^[0-9A-Z]{4}-?[0-9A-Z]{4}$/i)),
  jwk: PublicJwk,
  proof: v.pipe(v.string(), v.maxLength(2_000)),
});

/** What the tablet keeps: who it is, where it stands, the office's public key for offline cases. */
export const Pairing = v.object({
  device: DeviceView,
  desk: DeskView,
  authority: v.object({ name: v.string(), ags: v.string(), address: v.string() }),
  officeKey: v.object({ kid: v.string(), kty: v.string(), crv: v.string(), x: v.string(), y: v.string() }),
});

export const AskChallenge = v.strictObject({ deviceId: Id });
export const ChallengeView = v.object({ challenge: v.string(), expiresAt: v.string() });

/** `proof` is a compact JWS by the device's key over `{ challenge, deviceId }` (typ `schalter-session+jwt`). */
export const OpenDeviceSession = v.strictObject({ deviceId: Id, proof: v.pipe(v.string(), v.maxLength(2_000)) });
export const DeviceSessionView = v.object({ deviceId: v.string(), until: At });
