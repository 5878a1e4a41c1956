import { Hono } from 'hono';
import { Id } from '../../../shared/wire/base.ts';
import {
  ActReceipt,
  AssureEntitlement,
  Begin,
  ChooseAssistance,
  ChooseLocale,
  CounterCase,
  CounterNow,
  Decline,
  EndCase,
  Lease,
  SendAct,
  ShowAtEnd,
  StartReview,
  WriteAnswers,
} from '../../../shared/wire/counter.ts';
import type { DeviceActor, Office, OfficeEnv } from '../../context.ts';
import { answer, answers, body, only, path } from '../../http.ts';
import { assureEntitlement, awaitOffice, beginCase, chooseAssistance, chooseLocale, showAtEnd } from './begin.ts';
import { confirmCase } from './confirm.ts';
import { fillIn } from './fill.ts';
import { declineCase, endAtDesk, printPaper } from './leave-desk.ts';
import { may } from './policy.ts';
import { presentCounterCase, presentCover } from './present.ts';
import { readCounterCase, readDesk } from './queries.ts';
import { leaveReview, startReview } from './review.ts';

const ofCase = path({ caseId: Id });

const show = async (office: Office, actor: DeviceActor, caseId: string) =>
  presentCounterCase(await readCounterCase(office, actor, caseId));

/** The counter: what the paired tablet of a desk does with the case that was handed to it. */
export const counterRoutes = new Hono<OfficeEnv>()
  .get('/', only(...may.sit), answers('What lies on this desk', 200, CounterNow), async (c) => {
    const { row, open } = await readDesk(c.var.office, c.var.actor);
    return answer(c, { case: row ? presentCover(row) : null, open: open ? presentCounterCase(open) : null }, 200);
  })
  .get('/:caseId', only(...may.sit), ofCase, answers('The case on the tablet', 200, CounterCase), async (c) =>
    answer(c, await show(c.var.office, c.var.actor, c.req.valid('param').caseId), 200),
  )
  .post('/:caseId/begin', only(...may.sit), ofCase, body(Begin), answers('Begin', 200, CounterCase), async (c) => {
    const { office, actor } = c.var;
    const { caseId } = await beginCase(office, actor, c.req.valid('param').caseId, c.req.valid('json'));
    return answer(c, await show(office, actor, caseId), 200);
  })
  .post(
    '/:caseId/entitlement',
    only(...may.sit),
    ofCase,
    body(AssureEntitlement),
    answers('Assure to be entitled, § 23 Abs. 4 BMG', 200, CounterCase),
    async (c) => {
      const { office, actor } = c.var;
      const { caseId } = await assureEntitlement(office, actor, c.req.valid('param').caseId, c.req.valid('json'));
      return answer(c, await show(office, actor, caseId), 200);
    },
  )
  .post(
    '/:caseId/locale',
    only(...may.sit),
    ofCase,
    body(ChooseLocale),
    answers('Choose a language', 200, CounterCase),
    async (c) => {
      const { office, actor } = c.var;
      const { caseId } = await chooseLocale(office, actor, c.req.valid('param').caseId, c.req.valid('json').locale);
      return answer(c, await show(office, actor, caseId), 200);
    },
  )
  .post(
    '/:caseId/assistance',
    only(...may.sit),
    ofCase,
    body(ChooseAssistance),
    answers('Say who helps', 200, CounterCase),
    async (c) => {
      const { office, actor } = c.var;
      const { assistance } = c.req.valid('json');
      const { caseId } = await chooseAssistance(office, actor, c.req.valid('param').caseId, assistance);
      return answer(c, await show(office, actor, caseId), 200);
    },
  )
  .post(
    '/:caseId/await-office',
    only(...may.sit),
    ofCase,
    answers('Wait for the office', 200, CounterCase),
    async (c) => {
      const { office, actor } = c.var;
      const { caseId } = await awaitOffice(office, actor, c.req.valid('param').caseId);
      return answer(c, await show(office, actor, caseId), 200);
    },
  )
  .post(
    '/:caseId/show-at-end',
    only(...may.sit),
    ofCase,
    body(ShowAtEnd),
    answers('Show entries at the end', 200, CounterCase),
    async (c) => {
      const { office, actor } = c.var;
      const { caseId } = await showAtEnd(office, actor, c.req.valid('param').caseId, c.req.valid('json').showsAtEnd);
      return answer(c, await show(office, actor, caseId), 200);
    },
  )
  .put(
    '/:caseId/answers',
    only(...may.sit),
    ofCase,
    body(WriteAnswers),
    answers('Write answers', 200, CounterCase),
    async (c) => {
      const { office, actor } = c.var;
      const { caseId } = await fillIn(office, actor, c.req.valid('param').caseId, c.req.valid('json').answers);
      return answer(c, await show(office, actor, caseId), 200);
    },
  )
  .post(
    '/:caseId/review',
    only(...may.sit),
    ofCase,
    body(StartReview),
    answers('Freeze and lend a revision', 200, Lease),
    async (c) => {
      const { office, actor } = c.var;
      return answer(
        c,
        await startReview(office, actor, c.req.valid('param').caseId, c.req.valid('json').assistance),
        200,
      );
    },
  )
  .post('/:caseId/review/leave', only(...may.sit), ofCase, answers('Back to the form', 200, CounterCase), async (c) => {
    const { office, actor } = c.var;
    const { caseId } = await leaveReview(office, actor, c.req.valid('param').caseId);
    return answer(c, await show(office, actor, caseId), 200);
  })
  .post('/:caseId/acts', only(...may.sit), ofCase, body(SendAct), answers('Confirm', 200, ActReceipt), async (c) =>
    answer(c, await confirmCase(c.var.office, c.var.actor, c.req.valid('param').caseId, c.req.valid('json')), 200),
  )
  .post(
    '/:caseId/decline',
    only(...may.sit),
    ofCase,
    body(Decline),
    answers('Do not confirm', 200, CounterCase),
    async (c) => {
      const { office, actor } = c.var;
      const { caseId } = await declineCase(
        office,
        actor,
        c.req.valid('param').caseId,
        c.req.valid('json').note ?? null,
      );
      return answer(c, await show(office, actor, caseId), 200);
    },
  )
  .post('/:caseId/paper', only(...may.sit), ofCase, answers('Print, to sign on paper', 200, CounterCase), async (c) => {
    const { office, actor } = c.var;
    const { caseId } = await printPaper(office, actor, c.req.valid('param').caseId);
    return answer(c, await show(office, actor, caseId), 200);
  })
  .post('/:caseId/end', only(...may.sit), ofCase, body(EndCase), answers('Leave the tablet', 204), async (c) => {
    await endAtDesk(c.var.office, c.var.actor, c.req.valid('param').caseId, c.req.valid('json').handedOver);
    return c.body(null, 204);
  });
