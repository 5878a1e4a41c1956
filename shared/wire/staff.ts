import * as v from 'valibot';

/** People of the office. A sign-in says who somebody is; roles say what he may do. */
export const staffRoles = ['clerk', 'lead', 'administrator'] as const;
export type StaffRole = (typeof staffRoles)[number];

export const StaffView = v.object({
  staffId: v.string(),
  name: v.string(),
  role: v.picklist(staffRoles),
  hasPin: v.boolean(),
  /** Signed in without proof; only the demo office does that, and says so on every screen. */
  isDemo: v.boolean(),
});

/** Who is signed in, and the office he is signed in at. */
export const MeView = v.object({
  ...StaffView.entries,
  authority: v.object({ name: v.string(), ags: v.string(), address: v.string() }),
});

/** Demo only: choosing a person is the sign-in. */
export const DemoSignIn = v.strictObject({ staffId: v.pipe(v.string(), v.maxLength(60)) });
export const SetPin = v.strictObject({ pin: v.pipe(v.string(), v.regex(/^\d{6}$/)) });
