import { PdfProblem } from '../pdf/problem.ts';
import { type ReasonCode, reasons } from './reasons.ts';
import { type Check, type Reason, type Step, steps, type Verdict, type Where } from './report.ts';

/** A step cannot go on: the reason and where. Steps that can go on note the reason instead. */
export class Objection extends Error {
  readonly code: ReasonCode;
  readonly where: Where | undefined;

  constructor(code: ReasonCode, where?: Where) {
    super(code);
    this.code = code;
    this.where = where;
  }
}

export type Note = (code: ReasonCode, where?: Where) => void;

/**
 * Collects what the steps find. A step passes only by ending without an objection; one that was never reached has not
 * passed, and neither has one that broke on something nobody foresaw. So forgetting a step can never pass a file.
 */
export function makeNotes() {
  const found: Reason[] = [];
  const results = new Map<Step, Check['result']>();

  async function step<T>(name: Step, run: (note: Note) => T | Promise<T>): Promise<T | undefined> {
    const mine: Reason[] = [];
    const note: Note = (code, where) => {
      mine.push({ code, severity: reasons[code].severity, ...(where && { where }) });
    };
    let outcome: T | undefined;
    try {
      outcome = await run(note);
    } catch (error) {
      if (error instanceof Objection) note(error.code, error.where);
      else if (error instanceof PdfProblem) note('structure-unreadable', { offset: error.offset, problem: error.code });
      else note('check-broke', { part: name });
    }
    const severities = mine.map((reason) => reason.severity);
    results.set(
      name,
      severities.includes('failed') ? 'failed' : severities.includes('undecided') ? 'undecided' : 'passed',
    );
    found.push(...mine);
    return outcome;
  }

  const skip = (name: Step): void => void results.set(name, 'not-needed');

  function conclude(): { verdict: Verdict; reasons: readonly Reason[]; checks: readonly Check[] } {
    const checks = steps.map((name): Check => ({ step: name, result: results.get(name) ?? 'not-reached' }));
    return { verdict: verdictOf(checks), reasons: found, checks };
  }

  return { step, skip, conclude };
}

export type Steps = Pick<ReturnType<typeof makeNotes>, 'step' | 'skip'>;

export function verdictOf(checks: readonly Check[]): Verdict {
  if (checks.some(({ result }) => result === 'failed')) return 'TOTAL-FAILED';
  return checks.every(({ result }) => result === 'passed' || result === 'not-needed')
    ? 'TOTAL-PASSED'
    : 'INDETERMINATE';
}
