import type { InferOutput } from 'valibot';
import type { LadderView } from '../../../../shared/wire/documents.ts';
import type { ListedDeviceView, PairingView } from '../../../../shared/wire/devices.ts';
import type { SealsView } from '../../../../shared/wire/seals.ts';
import type { StaffView } from '../../../../shared/wire/staff.ts';
import { type Api, call } from '../../../kit/api.ts';

/** What the office page asks: tablets, people, seals and documents that were given up. */
export type Device = InferOutput<typeof ListedDeviceView>;
export type PairingCode = InferOutput<typeof PairingView>;
export type Ladder = InferOutput<typeof LadderView>;
export type Seals = InferOutput<typeof SealsView>;
export type Person = InferOutput<typeof StaffView>;

export function makeRequests(api: Api) {
  const { devices, staff, seals, documents } = api.api;
  return {
    devices: async (): Promise<readonly Device[]> => (await call(() => devices.$get(), { repeat: 'safe' })).devices,
    openPairing: (wish: { deskId: string; name: string }): Promise<PairingCode> =>
      call(() => devices.pairings.$post({ json: wish })),
    revoke: (deviceId: string) =>
      call(() => devices[':deviceId'].revoke.$post({ param: { deviceId } }), { repeat: 'safe' }),
    staff: async (): Promise<readonly Person[]> => (await call(() => staff.$get(), { repeat: 'safe' })).staff,
    ladder: (): Promise<Ladder> => call(() => documents['given-up'].$get(), { repeat: 'safe' }),
    tryAgain: (documentId: string): Promise<Ladder> =>
      call(() => documents['given-up'][':documentId'].retry.$post({ param: { documentId } }), { repeat: 'safe' }),
    seals: (): Promise<Seals> => call(() => seals.$get(), { repeat: 'safe' }),
    setPin: (staffId: string, pin: string) =>
      call(() => staff[':staffId'].pin.$put({ param: { staffId }, json: { pin } }), { repeat: 'safe' }),
    resetPin: (staffId: string) =>
      call(() => staff[':staffId'].pin.$delete({ param: { staffId } }), { repeat: 'safe' }),
  };
}
export type Requests = ReturnType<typeof makeRequests>;
