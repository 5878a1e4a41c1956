import { Hono } from 'hono';
import { SealsView } from '../../../shared/wire/seals.ts';
import type { OfficeEnv } from '../../context.ts';
import { answers, only } from '../../http.ts';
import { may } from './policy.ts';
import { presentSeals } from './present.ts';
import { listSeals } from './queries.ts';

/** The city's seals, for who runs the office: how long they last, and whether their issuers stand by them. */
export const sealRoutes = new Hono<OfficeEnv>().get(
  '/',
  only(...may.see),
  answers('The seals the office is set up with', 200, SealsView),
  async (c) => c.json(presentSeals(await listSeals(c.var.office)), 200),
);
