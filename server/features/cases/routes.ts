import { Hono } from 'hono';
import * as v from 'valibot';
import { EvidenceFile } from '../../../shared/evidence/file.ts';
import { Id } from '../../../shared/wire/base.ts';
import {
  CaseSummary,
  CaseView,
  EvidenceNames,
  EvidenceView,
  FilePaper,
  HandOut,
  HandOver,
  ListCases,
  ListLookUps,
  LookUpView,
  MarkNote,
  NoteIdentification,
  OpenCase,
  Reason,
  RegisterMatches,
  RegisterSearch,
  ScanView,
  SetSigners,
  WriteAnswer,
} from '../../../shared/wire/cases.ts';
import type { Office, OfficeEnv } from '../../context.ts';
import { answer, answers, body, only, path, query } from '../../http.ts';
import { handOut } from '../documents/hand-out.ts';
import { orderEvidenceReport } from '../documents/evidence-report.ts';
import { sealNow } from '../documents/seal-now.ts';
import { tryAgain } from '../documents/try-again.ts';
import { reissueCertificate, withdrawCertificate } from '../documents/withdraw.ts';
import { namesIn } from '../evidence/names.ts';
import { presentEvidence } from '../evidence/present.ts';
import { exportEvidence } from '../evidence/proofs.ts';
import { listEvidence } from '../evidence/queries.ts';
import { acceptCase, finishCase, finishTask, noteEntry } from './decide.ts';
import { handOver, overrideLease, recallCase, returnCase } from './hand-over.ts';
import { noteIdentification } from './identifications.ts';
import { openCase } from './open.ts';
import { filePaper, listScans, noteMark } from './paper.ts';
import { may } from './policy.ts';
import { presentCase, presentSummary } from './present.ts';
import { findCase, listCases, readAround, readCase } from './queries.ts';
import { listLookUps } from './register-log.ts';
import { searchRegister } from './register-search.ts';
import { setSigners } from './signers.ts';
import { writeAnswer } from './write-answers.ts';

const Cases = v.object({ cases: v.array(CaseSummary) });
const Scans = v.object({ scans: v.array(ScanView) });
const LookUps = v.object({ lookUps: v.array(LookUpView) });
const Entries = v.object({ entries: v.array(EvidenceView), names: EvidenceNames });
const ofCase = path({ caseId: Id });

/** The case as it is after an action; what the actor did not see yet comes with it. */
const show = async (office: Office, caseId: string) => presentCase(await readCase(office, caseId));

/** The clerk's desk: every action on a case. Administrators run the office and see no case. */
export const caseRoutes = new Hono<OfficeEnv>()
  .get('/', only(...may.read), query(ListCases), answers('The cases, latest change first', 200, Cases), async (c) => {
    const { state, tasks, life, search, limit } = c.req.valid('query');
    const rows = await listCases(c.var.office.db, {
      state,
      tasks,
      life,
      search,
      limit: limit === undefined ? undefined : Number(limit),
    });
    return answer(c, { cases: rows.map(presentSummary) }, 200);
  })
  .post('/', only(...may.prepare), body(OpenCase), answers('Open a case', 201, CaseView), async (c) => {
    const { caseId } = await openCase(c.var.office, c.var.actor, c.req.valid('json'));
    return answer(c, await show(c.var.office, caseId), 201);
  })
  .post(
    '/register-search',
    only(...may.prepare),
    body(RegisterSearch),
    answers('Ask the register', 200, RegisterMatches),
    async (c) => answer(c, await searchRegister(c.var.office, c.var.actor, c.req.valid('json')), 200),
  )
  .get(
    '/register-look-ups',
    only(...may.audit),
    query(ListLookUps),
    answers('Who asked the register for what, latest first', 200, LookUps),
    async (c) => answer(c, { lookUps: [...(await listLookUps(c.var.office, c.req.valid('query')))] }, 200),
  )
  .get('/:caseId', only(...may.read), ofCase, answers('One case', 200, CaseView), async (c) =>
    answer(c, await show(c.var.office, c.req.valid('param').caseId), 200),
  )
  .put(
    '/:caseId/answers',
    only(...may.prepare),
    ofCase,
    body(WriteAnswer),
    answers('Write one answer', 200, CaseView),
    async (c) => {
      const { office, actor } = c.var;
      // The most frequent write of all: what was written is not read again.
      const row = await writeAnswer(office, actor, c.req.valid('param').caseId, c.req.valid('json'));
      return answer(c, presentCase(await readAround(office, row)), 200);
    },
  )
  .post(
    '/:caseId/identifications',
    only(...may.prepare),
    ofCase,
    body(NoteIdentification),
    answers('Note how a person identified himself', 200, CaseView),
    async (c) => {
      const { office, actor } = c.var;
      const { caseId } = await noteIdentification(office, actor, c.req.valid('param').caseId, c.req.valid('json'));
      return answer(c, await show(office, caseId), 200);
    },
  )
  .put(
    '/:caseId/signers',
    only(...may.prepare),
    ofCase,
    body(SetSigners),
    answers('Say who confirms', 200, CaseView),
    async (c) => {
      const { office, actor } = c.var;
      const { caseId } = await setSigners(office, actor, c.req.valid('param').caseId, c.req.valid('json'));
      return answer(c, await show(office, caseId), 200);
    },
  )
  .post(
    '/:caseId/handover',
    only(...may.prepare),
    ofCase,
    body(HandOver),
    answers('To the tablet', 200, CaseView),
    async (c) => {
      const { office, actor } = c.var;
      const { caseId } = await handOver(office, actor, c.req.valid('param').caseId, c.req.valid('json').deskId);
      return answer(c, await show(office, caseId), 200);
    },
  )
  .post('/:caseId/recall', only(...may.prepare), ofCase, answers('Back from the tablet', 200, CaseView), async (c) => {
    const { caseId } = await recallCase(c.var.office, c.var.actor, c.req.valid('param').caseId);
    return answer(c, await show(c.var.office, caseId), 200);
  })
  .post('/:caseId/override', only(...may.override), ofCase, answers('Free a lost lease', 200, CaseView), async (c) => {
    const { caseId } = await overrideLease(c.var.office, c.var.actor, c.req.valid('param').caseId);
    return answer(c, await show(c.var.office, caseId), 200);
  })
  .post(
    '/:caseId/return',
    only(...may.decide),
    ofCase,
    body(Reason),
    answers('Return with a reason', 200, CaseView),
    async (c) => {
      const { office, actor } = c.var;
      const { caseId } = await returnCase(office, actor, c.req.valid('param').caseId, c.req.valid('json').reason);
      return answer(c, await show(office, caseId), 200);
    },
  )
  .get('/:caseId/scans', only(...may.read), ofCase, answers('Sheets in the scanner', 200, Scans), async (c) => {
    const row = await findCase(c.var.office.db, c.req.valid('param').caseId);
    return answer(c, { scans: [...(await listScans(c.var.office, row))] }, 200);
  })
  .post(
    '/:caseId/paper',
    only(...may.decide),
    ofCase,
    body(FilePaper),
    answers('File the signed sheet', 200, CaseView),
    async (c) => {
      const { office, actor } = c.var;
      const { caseId } = await filePaper(office, actor, c.req.valid('param').caseId, c.req.valid('json').scanId);
      return answer(c, await show(office, caseId), 200);
    },
  )
  .post(
    '/:caseId/mark-note',
    only(...may.decide),
    ofCase,
    body(MarkNote),
    answers('Note to a mark', 200, CaseView),
    async (c) => {
      const { office, actor } = c.var;
      const { caseId } = await noteMark(office, actor, c.req.valid('param').caseId, c.req.valid('json'));
      return answer(c, await show(office, caseId), 200);
    },
  )
  .post('/:caseId/accept', only(...may.decide), ofCase, answers('Accept and seal', 200, CaseView), async (c) => {
    const { office, actor } = c.var;
    const { caseId } = await acceptCase(office, actor, c.req.valid('param').caseId);
    await sealNow(office, caseId, 'declaration');
    return answer(c, await show(office, caseId), 200);
  })
  .post(
    '/:caseId/entry',
    only(...may.decide),
    ofCase,
    answers('The register has the entry', 200, CaseView),
    async (c) => {
      const { office, actor } = c.var;
      const { caseId } = await noteEntry(office, actor, c.req.valid('param').caseId);
      await sealNow(office, caseId, 'meldebestaetigung');
      return answer(c, await show(office, caseId), 200);
    },
  )
  .post(
    '/:caseId/handout',
    only(...may.decide),
    ofCase,
    body(HandOut),
    answers('Hand a document out', 200, CaseView),
    async (c) => {
      const { office, actor } = c.var;
      const { caseId } = await handOut(office, actor, c.req.valid('param').caseId, c.req.valid('json'));
      return answer(c, await show(office, caseId), 200);
    },
  )
  .post(
    '/:caseId/documents/:documentId/retry',
    only(...may.decide),
    path({ caseId: Id, documentId: Id }),
    answers('Make a document that was given up', 200, CaseView),
    async (c) => {
      const { office, actor } = c.var;
      const { caseId } = await tryAgain(office, actor, c.req.valid('param'));
      for (const kind of ['declaration', 'meldebestaetigung'] as const) await sealNow(office, caseId, kind);
      return answer(c, await show(office, caseId), 200);
    },
  )
  .post(
    '/:caseId/documents/:documentId/withdraw',
    only(...may.decide),
    path({ caseId: Id, documentId: Id }),
    body(Reason),
    answers('Withdraw a certificate that was wrong', 200, CaseView),
    async (c) => {
      const { office, actor } = c.var;
      const which = { ...c.req.valid('param'), reason: c.req.valid('json').reason };
      const { caseId } = await withdrawCertificate(office, actor, which);
      return answer(c, await show(office, caseId), 200);
    },
  )
  .post(
    '/:caseId/documents/:documentId/reissue',
    only(...may.decide),
    path({ caseId: Id, documentId: Id }),
    answers('Issue a certificate in the place of a withdrawn one', 200, CaseView),
    async (c) => {
      const { office, actor } = c.var;
      const { caseId } = await reissueCertificate(office, actor, c.req.valid('param'));
      await sealNow(office, caseId, 'meldebestaetigung');
      return answer(c, await show(office, caseId), 200);
    },
  )
  .post('/:caseId/finish', only(...may.decide), ofCase, answers('End the case', 200, CaseView), async (c) => {
    const { caseId } = await finishCase(c.var.office, c.var.actor, c.req.valid('param').caseId);
    return answer(c, await show(c.var.office, caseId), 200);
  })
  .post(
    '/:caseId/tasks/:taskId/done',
    only(...may.decide),
    path({ caseId: Id, taskId: Id }),
    answers('Tick a task off', 200, CaseView),
    async (c) => {
      const { caseId } = await finishTask(c.var.office, c.var.actor, c.req.valid('param'));
      return answer(c, await show(c.var.office, caseId), 200);
    },
  )
  .get('/:caseId/evidence', only(...may.read), ofCase, answers('What happened', 200, Entries), async (c) => {
    const { caseId } = await findCase(c.var.office.db, c.req.valid('param').caseId);
    const rows = await listEvidence(c.var.office.db, caseId);
    const names = await namesIn(c.var.office.db, rows);
    return answer(c, { entries: presentEvidence(caseId, rows).entries, names }, 200);
  })
  .get(
    '/:caseId/evidence.json',
    only(...may.read),
    ofCase,
    answers('The Nachweis as a file', 200, EvidenceFile),
    async (c) => {
      const { caseId } = await findCase(c.var.office.db, c.req.valid('param').caseId);
      c.header('Content-Disposition', 'attachment; filename="evidence.json"');
      return answer(c, await exportEvidence(c.var.office.db, caseId), 200);
    },
  )
  .post(
    '/:caseId/evidence-report',
    only(...may.report),
    ofCase,
    answers('A Nachweisbericht for a court', 200, CaseView),
    async (c) => {
      const { office, actor } = c.var;
      const { caseId, documentId } = await orderEvidenceReport(office, actor, c.req.valid('param').caseId);
      await sealNow(office, caseId, { documentId });
      return answer(c, await show(office, caseId), 200);
    },
  );
