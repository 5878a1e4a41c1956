import { createSignal } from 'solid-js';
import type { RefusalCode } from '../../../../shared/base/refusal.ts';
import type { Answer, Answers, Path } from '../../../../shared/forms/answers.ts';
import type { ServiceDefinition } from '../../../../shared/forms/definition.ts';
import { answerAt, replaceAt } from '../../../../shared/forms/paths.ts';
import { setAnswer } from '../../../../shared/forms/set-answer.ts';
import { type AnswerQueueOptions, type Change, makeAnswerQueue, type QueueState } from './answer-queue.ts';

/**
 * The answers as the citizen sees them: the server's, with everything on top that is still on its way. What is being
 * typed is sent after a short pause, so that a reload in the middle of a word loses nothing; on screen it counts when
 * the field is left.
 */
export type AnswersOptions = {
  definition: ServiceDefinition;
  send: AnswerQueueOptions['send'];
  onRefused(code: RefusalCode, changes: readonly Change[]): void;
};

const typingPauseMs = 800;

export function createAnswers(options: AnswersOptions) {
  const [answers, setAnswers] = createSignal<Answers>({});
  const [state, setState] = createSignal<QueueState>('saved');
  const [savedAt, setSavedAt] = createSignal<Date>();
  const typing = new Map<Path, { value: Answer; timer: ReturnType<typeof setTimeout> }>();
  const queue = makeAnswerQueue({
    send: async (changes, isLast) => {
      const result = await options.send(changes, isLast);
      if (result.kind === 'saved') setSavedAt(new Date());
      return result;
    },
    onState: setState,
    onRefused: options.onRefused,
  });

  /** The form has a place for it; anything else stays on screen only, with the field's own message. */
  const withChange = (before: Answers, path: Path, value: Answer) => setAnswer(options.definition, before, path, value);

  function forget(path: Path): void {
    clearTimeout(typing.get(path)?.timer);
    typing.delete(path);
  }

  function left(path: Path, leftValue: Answer): void {
    const value = clean(leftValue);
    forget(path);
    const next = withChange(answers(), path, value);
    if (!next) return;
    setAnswers(next);
    queue.put(path, value);
  }

  /** A field that goes from the screen under somebody's hands counts as left. */
  function leaveAll(): void {
    for (const [path, { value }] of typing) left(path, value);
  }

  return {
    answers,
    state,
    savedAt,
    isAllSaved: () => queue.isEmpty() && typing.size === 0,

    /** The server's answers; what is on its way and what is being typed stays on top. */
    take(server: Answers): void {
      let next = server;
      for (const { path, value } of queue.pending()) next = withChange(next, path, value) ?? next;
      for (const path of typing.keys()) next = replaceAt(next, path, answerAt(answers(), path));
      setAnswers(next);
    },

    typed(path: Path, typedValue: Answer): void {
      const value = clean(typedValue);
      forget(path);
      if (!withChange(answers(), path, value)) return;
      typing.set(path, { value, timer: setTimeout(() => queue.put(path, value), typingPauseMs) });
    },

    left,
    leaveAll,

    /** Everything typed is on the server afterwards, or `isAllSaved` says no. */
    async saveAll(): Promise<void> {
      leaveAll();
      await queue.flush();
    },

    /** The page goes away: what is typed goes out with it. */
    sendLast: () => queue.sendLast([...typing].map(([path, { value }]) => ({ path, value }))),

    /** The connection may be back. */
    tryNow: () => void queue.flush(),

    stop(): void {
      for (const path of typing.keys()) forget(path);
      queue.stop();
    },
  };
}
export type AnswersModel = ReturnType<typeof createAnswers>;

/** What a clipboard brings along and nobody typed: control characters and direction marks. */
const invisible = /[\p{Cc}\p{Cs}\p{Co}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;

const clean = (value: Answer): Answer => (typeof value === 'string' ? value.replaceAll(invisible, '') : value);
