import type { InferOutput } from 'valibot';
import type { DeskView } from '../../shared/wire/devices.ts';
import type { MeView, StaffView } from '../../shared/wire/staff.ts';
import { type Api, call } from '../kit/api.ts';

/** What the desk asks before anything else: who am I, who could I be, which desks are there. */
export function makeRequests(api: Api) {
  const { staff, devices } = api.api;
  return {
    me: (): Promise<InferOutput<typeof MeView>> => call(() => staff.me.$get()),
    desks: async (): Promise<readonly InferOutput<typeof DeskView>[]> =>
      (await call(() => devices.desks.$get(), { repeat: 'safe' })).desks,
    demoStaff: async (): Promise<readonly InferOutput<typeof StaffView>[]> =>
      (await call(() => staff.demo.$get(), { repeat: 'safe' })).staff,
    signIn: (staffId: string) => call(() => staff['sign-in'].$post({ json: { staffId } })),
    signOut: () => call(() => staff['sign-out'].$post()),
  };
}
