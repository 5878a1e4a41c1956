import { Hono } from 'hono';
import * as v from 'valibot';
import { Refusal } from '../../../shared/base/refusal.ts';
import { Code } from '../../../shared/wire/base.ts';
import { DemoSignIn, MeView, SetPin, StaffView } from '../../../shared/wire/staff.ts';
import type { OfficeEnv } from '../../context.ts';
import { dropCookie, putCookie } from '../../cookies.ts';
import { answers, body, only, path } from '../../http.ts';
import { setPin, signInForDemo, signOut } from './actions.ts';
import { may } from './policy.ts';
import { presentStaff } from './present.ts';
import { findStaff, listDemoStaff, listStaff } from './queries.ts';

const ofPerson = path({ staffId: Code });
const Staff = v.object({ staff: v.array(StaffView) });

/** The people of the office: who is signed in, and what the lead does for colleagues. */
export const staffRoutes = new Hono<OfficeEnv>()
  .get('/demo', only('anyone'), answers('Whom the demo office offers', 200, Staff), async (c) => {
    const { office } = c.var;
    const rows = office.settings.mode === 'demo' ? await listDemoStaff(office.db) : [];
    return c.json({ staff: rows.map(presentStaff) }, 200);
  })
  .post('/sign-in', only('anyone'), body(DemoSignIn), answers('Sign in, demo only', 200, StaffView), async (c) => {
    const { person, token, until } = await signInForDemo(c.var.office, c.req.valid('json').staffId);
    putCookie(c, 'staff', token, until);
    return c.json(presentStaff(person), 200);
  })
  .post('/sign-out', only(...may.know), answers('Sign out', 204), async (c) => {
    await signOut(c.var.office, c.var.actor);
    dropCookie(c, 'staff');
    return c.body(null, 204);
  })
  .get('/me', only(...may.know), answers('Who is signed in', 200, MeView), async (c) => {
    const { office, actor } = c.var;
    const row = await findStaff(office.db, actor.staffId);
    if (!row) throw new Refusal('not-found');
    return c.json({ ...presentStaff(row), authority: office.settings.authority }, 200);
  })
  .get('/', only(...may.list), answers('Everybody in the office', 200, Staff), async (c) =>
    c.json({ staff: (await listStaff(c.var.office.db)).map(presentStaff) }, 200),
  )
  .put('/:staffId/pin', only(...may.setPin), ofPerson, body(SetPin), answers('Set a PIN', 200, StaffView), async (c) =>
    c.json(presentStaff(await setPin(c.var.office, c.req.valid('param').staffId, c.req.valid('json').pin)), 200),
  )
  .delete('/:staffId/pin', only(...may.setPin), ofPerson, answers('Take a PIN away', 200, StaffView), async (c) =>
    c.json(presentStaff(await setPin(c.var.office, c.req.valid('param').staffId, null)), 200),
  );
