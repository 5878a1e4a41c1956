import { batch, createMemo, createSignal } from 'solid-js';
import { canonical } from '../../../../shared/declaration/canonical.ts';
import { refusals } from '../../../../shared/base/refusal.ts';
import type { Answer, Answers, Path } from '../../../../shared/forms/answers.ts';
import { askedSections } from '../../../../shared/forms/asked.ts';
import type { Finding } from '../../../../shared/forms/finding.ts';
import { answerAt } from '../../../../shared/forms/paths.ts';
import { setAnswer } from '../../../../shared/forms/set-answer.ts';
import { services } from '../../../../shared/services/catalogue.ts';
import type { LiveMessage } from '../../../../shared/wire/live.ts';
import { dayInOffice } from '../../../kit/i18n/dates.ts';
import type { Words } from '../../../kit/i18n/text.ts';
import { ProblemError, wordsOfProblem } from '../../../kit/problem.ts';
import { findingsByKind } from './checks/findings-by-kind.ts';
import { leaveField } from './form/focus.ts';
import { placeAt, placesOf } from './form/places.ts';
import type { CaseView, Requests } from './requests.ts';
import { type Arrival, nextFeed } from './tablet/feed.ts';
import { type Change, makeWriteQueue, type Outcome, type QueueState } from './write-queue.ts';

/**
 * One open case at the desk: what the server has, what the clerk wrote on top of it, what is being done. Whoever acts
 * gets the case back as it is afterwards; whoever hears of another version rereads.
 */
export type CaseOptions = { caseId: string; officeAgs: string; requests: Requests };

/** What is being done, so that its button can say so and its refusal stands beside it; lists add their id. */
export type Action =
  | 'write'
  | 'hand-over'
  | 'recall'
  | 'override'
  | 'return'
  | 'accept'
  | 'note-entry'
  | 'finish'
  | 'signers'
  | 'file-paper'
  | 'report'
  | `identify ${string}`
  | `hand-out ${string}`
  | `retry ${string}`
  | `withdraw ${string}`
  | `reissue ${string}`
  | `task ${string}`
  | `mark ${string}`;

/** `state` is where the case stood when it was refused; once it moves on, the refusal is no news any more. */
export type Problem = { action: Action; code: string; words: Words; state: CaseView['state'] | undefined };

export function createCase({ caseId, officeAgs, requests }: CaseOptions) {
  const [view, setView] = createSignal<CaseView>();
  const [answers, setAnswers] = createSignal<Answers>({});
  const [failure, setFailure] = createSignal<ProblemError>();
  const [running, setRunning] = createSignal<Action>();
  const [told, setProblem] = createSignal<Problem>();
  const [saveState, setSaveState] = createSignal<QueueState>('saved');
  const [savedAt, setSavedAt] = createSignal<Date>();
  const [feed, setFeed] = createSignal<readonly Arrival[]>([]);
  let rereading: Promise<void> | undefined;
  let asksAgain = false;

  const queue = makeWriteQueue({ send, onState: setSaveState });
  const service = () => services[view()?.service ?? 'anmeldung'];
  const today = () => dayInOffice(new Date());
  const facts = () => ({
    today: today(),
    officeAgs,
    entitlementAssured: view()?.entitlementAssuredAt !== null,
  });
  const sections = createMemo(() => (view() ? askedSections(service().definition, answers()) : []));
  const findings = createMemo((): readonly Finding[] => (view() ? service().findings(answers(), facts()) : []));
  const people = () => (view() ? service().personsOf(answers()) : []);
  const places = createMemo(() => placesOf(sections(), service().texts));
  const kinds = createMemo(() => findingsByKind(findings(), (path) => placeAt(places(), path)?.asked));

  async function send({ path, value }: Change, isLast: boolean): Promise<Outcome> {
    try {
      const saved = await requests.write(path, value, isLast);
      setSavedAt(new Date());
      // Its own change is on the way no more; the one after it may be.
      queueMicrotask(() => take(saved));
      return 'saved';
    } catch (cause) {
      if (!(cause instanceof ProblemError) || cause.isPassing || cause.status === 401) return 'later';
      tell('write', cause);
      return 'refused';
    }
  }

  /** The server's case; what is still on its way stays on top of its answers. */
  function take(next: CaseView): void {
    const before = view();
    if (before && next.version < before.version) return;
    let shown: Answers = next.answers;
    for (const { path, value } of queue.pending())
      shown = setAnswer(services[next.service].definition, shown, path, value) ?? shown;
    batch(() => {
      setFeed((known) => nextFeed(known, before, next, new Date()));
      setView(next);
      setAnswers(shown);
      setFailure(undefined);
    });
  }

  /** Reads anew; asked while it reads, it reads once more afterwards. What is on screen stays when nobody answers. */
  function reread(): Promise<void> {
    asksAgain = rereading !== undefined;
    rereading ??= readAll().finally(() => (rereading = undefined));
    return rereading;
  }

  async function readAll(): Promise<void> {
    do {
      asksAgain = false;
      try {
        take(await requests.read());
      } catch (cause) {
        if (!(cause instanceof ProblemError)) throw cause;
        if (!view() || cause.status === 403 || cause.status === 404) setFailure(cause);
      }
    } while (asksAgain);
  }

  /** What was refused is read anew: perhaps it was refused because the case had moved on. */
  function tell(action: Action, cause: unknown): void {
    const code = cause instanceof ProblemError ? cause.code : 'internal';
    setProblem({ action, code, words: wordsOfProblem(cause), state: undefined });
    void pinProblem();
  }

  async function pinProblem(): Promise<void> {
    await reread();
    const state = view()?.state;
    setProblem((known) => known && { ...known, state: known.state ?? state });
  }

  const problem = (): Problem | undefined => {
    const known = told();
    return known?.state === undefined || known.state === view()?.state ? known : undefined;
  };

  /** One action at a time; a second press meanwhile does nothing. Resolves with whether it went well. */
  async function act(action: Action, request: (ask: Requests) => Promise<CaseView>): Promise<boolean> {
    if (running() !== undefined) return false;
    const giveBack = leaveField();
    const before = view()?.state;
    setProblem(undefined);
    setRunning(action);
    try {
      await queue.flush();
      if (!queue.isEmpty()) throw new ProblemError({ code: 'network' });
      take(await request(requests));
      return true;
    } catch (cause) {
      tell(action, cause);
      return false;
    } finally {
      setRunning(undefined);
      // Where the case moved on, the page takes the focus to its heading.
      if (view()?.state === before) giveBack();
    }
  }

  return {
    caseId,
    view,
    answers,
    service,
    sections,
    findings,
    /** The findings as the clerk goes through them. */
    kinds,
    people,
    places,
    today,
    failure,
    running,
    problem,
    saveState,
    savedAt,
    feed,
    requests,
    act,
    reread,
    problemOf: (action: Action): Words | undefined => (problem()?.action === action ? problem()?.words : undefined),

    /** A field was left. Saved at once; what the form has no place for stays in the field, with a word beside it. */
    left(path: Path, value: Answer): void {
      const before = answers();
      const after = setAnswer(service().definition, before, path, clean(value));
      if (!after)
        return void setProblem({ action: 'write', code: 'answer-unknown', words: unknownAnswer, state: view()?.state });
      if (isSame(answerAt(before, path), answerAt(after, path))) return;
      if (problem()?.action === 'write') setProblem(undefined);
      setAnswers(after);
      queue.put(path, clean(value));
    },

    hear(message: LiveMessage): void {
      if (message.about === 'hello') {
        void queue.flush();
        void reread();
      }
      if (message.about === 'case' && message.id === caseId && message.version > (view()?.version ?? 0)) void reread();
    },

    /** The page goes away: what was typed goes out with it. */
    sendLast(): void {
      leaveField();
      queue.sendLast();
    },
  };
}
export type CaseModel = ReturnType<typeof createCase>;

const isSame = (one: Answer | undefined, other: Answer | undefined) =>
  canonical(one ?? null) === canonical(other ?? null);

const unknownAnswer = refusals['answer-unknown'].text;

/** What a clipboard brings along and nobody typed: control characters and direction marks. */
const invisible = /[\p{Cc}\p{Cs}\p{Co}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;
const clean = (value: Answer): Answer => (typeof value === 'string' ? value.replaceAll(invisible, '') : value);
