import { Hono } from 'hono';
import { EvidenceDays } from '../../../shared/wire/evidence.ts';
import type { OfficeEnv } from '../../context.ts';
import { answers, only } from '../../http.ts';
import { may } from './policy.ts';
import { listDays } from './proofs.ts';

/** The closed days of the evidence, for who runs the office. The evidence of a case is asked for with the case. */
export const evidenceRoutes = new Hono<OfficeEnv>().get(
  '/days',
  only(...may.seeDays),
  answers('The closed days, latest first', 200, EvidenceDays),
  async (c) => c.json({ days: await listDays(c.var.office.db) }, 200),
);
