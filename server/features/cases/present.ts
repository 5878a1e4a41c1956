import type { InferOutput } from 'valibot';
import { answerAt } from '../../../shared/forms/paths.ts';
import { comparingCode } from '../../../shared/declaration/hash.ts';
import type { CaseSummary, CaseView, Identification } from '../../../shared/wire/cases.ts';
import { isListing, isSame, registerBeside } from './answer-tree.ts';
import type { CaseAndAround, Listed } from './queries.ts';
import type { CaseRow, TaskRow } from './tables.ts';

/** Cases as the clerk's desk gets them. What he sees at review only is kept back here (signing.md 3, step 3). */

export function presentSummary({ row, clerk, open }: Listed): InferOutput<typeof CaseSummary> {
  const { caseId, number, service, state, name, persons, awaitedProof, deskId, openedAt, changedAt } = row;
  const about = { caseId, number, service, state, name, persons, awaitedProof, deskId, clerk: clerk ?? row.clerk };
  return { ...about, openedAt, changedAt, openTasks: open.count, due: open.due };
}

export function presentCase(around: CaseAndAround): InferOutput<typeof CaseView> {
  const { row, clerk, noted, signers, acts, revision, lease, papers, tasks } = around;
  // A revision that was left for changes has no code any more; one that everybody confirmed keeps it.
  const isFrozen = revision !== undefined && !['prepared', 'handed-over', 'filling'].includes(row.state);
  return {
    ...presentSummary({ row, clerk, open: openTasksOf(tasks) }),
    serviceVersion: row.serviceVersion,
    version: row.version,
    revision: row.revision,
    channel: row.channel,
    policy: { profile: row.policyProfile, basis: row.policyBasis },
    locale: row.locale,
    answers: row.answersForClerk as InferOutput<typeof CaseView>['answers'], // The tree has no undefined once stored.
    register: row.registerAnswers && registerBeside(row.registerAnswers, row.answersForClerk),
    changedByCitizen: changedByCitizen(row),
    showsAtEnd: row.showsAtEnd,
    entitlementAssuredAt: row.entitlementAssuredAt,
    identifications: noted.map(presentIdentification),
    signers: signers.map(({ id, role, name }) => ({ id, role, name })),
    acts: acts.map(({ actId, signer, revision, method, state, at, note }) => ({
      actId,
      signer,
      revision,
      method,
      state: state === 'valid' ? 'valid' : 'void',
      at,
      note,
    })),
    comparingCode: isFrozen ? comparingCode(revision.declarationHash) : null,
    lease: lease ? { deviceId: lease.deviceId, revision: lease.revision, since: lease.since } : null,
    returnedBecause: row.returnedBecause,
    awaitsOffice: around.sitting?.awaitsOffice ?? false,
    declinedNote: row.declinedNote,
    erasedAt: row.erasedAt,
    documents: papers.map(({ withdrawnAt, withdrawnBecause, ...paper }) => ({
      documentId: paper.documentId,
      kind: paper.kind,
      state: paper.state,
      level: paper.level,
      problem: paper.problem,
      sha256: paper.sha256,
      at: paper.at,
      // A Nachweisbericht is about the whole case, whatever was declared since.
      isOutdated: paper.kind !== 'evidence-report' && paper.revision !== row.revision,
      copies: paper.copies,
      withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, because: withdrawnBecause ?? '' },
    })),
    copyDeliveredAt: row.copyDeliveredAt,
    tasks: tasks.map(({ taskId, kind, path, due, openedAt, doneAt }) => ({
      taskId,
      kind,
      path,
      due,
      openedAt,
      doneAt,
    })),
  };
}

function openTasksOf(tasks: readonly TaskRow[]): Listed['open'] {
  const open = tasks.filter(({ doneAt }) => doneAt === null);
  const due = open.flatMap((task) => task.due ?? []).toSorted()[0] ?? null;
  return { count: open.length, due };
}

function presentIdentification(noted: CaseAndAround['noted'][number]): InferOutput<typeof Identification> {
  const { person, document, result, note, by, at } = noted;
  return { person, document, result, note, by, at };
}

/** Only what the clerk may see by now: a hidden change is not told by its path either. */
const changedByCitizen = ({ changedBy, answers, answersForClerk }: CaseRow): string[] =>
  Object.keys(changedBy).filter(
    (path) =>
      changedBy[path] !== 'office' &&
      !isListing(path) &&
      isSame(answerAt(answers, path), answerAt(answersForClerk, path)),
  );
