import { createSignal } from 'solid-js';
import type { Locale } from '../../../../shared/base/locale.ts';
import type { Assistance } from '../../../../shared/declaration/declaration.ts';
import type { LiveMessage } from '../../../../shared/wire/live.ts';
import { ProblemError } from '../../../kit/problem.ts';
import type { Cover, OpenCase, Requests } from './requests.ts';

/**
 * What lies on this desk's tablet. The clerk hands over, calls back and ends; the tablet hears of it, rereads, and
 * shows what is there. It never keeps a case that the server says is gone.
 */
export type AtDesk =
  | { kind: 'unknown' }
  | { kind: 'nothing' }
  | { kind: 'cover'; cover: Cover }
  | { kind: 'open'; counterCase: OpenCase };

/** Why a case that was shown is no longer here. */
export type Gone = 'recalled' | 'ended';

export type CounterOptions = {
  requests: Requests;
  /** The case on screen was taken away by the desk. */
  onGone(why: Gone): void;
};

/** The citizen had confirmed or declined: then the desk's end is the end, and no recall. */
const afterwards: readonly string[] = ['declined', 'confirmed', 'accepted', 'sealed', 'entered', 'finished'];

export function createCounter({ requests, onGone }: CounterOptions) {
  const [atDesk, setAtDesk] = createSignal<AtDesk>({ kind: 'unknown' });
  let rereading: Promise<void> | undefined;
  let asksAgain = false;
  let writing: Promise<unknown> = Promise.resolve();
  /** Writes of this tablet that were answered. */
  let writes = 0;

  /** Reads anew; asked while it reads, it reads once more afterwards. Never throws: without a server nothing changes. */
  function reread(): Promise<void> {
    asksAgain = rereading !== undefined;
    rereading ??= work().finally(() => (rereading = undefined));
    return rereading;
  }

  async function work(): Promise<void> {
    do {
      asksAgain = false;
      try {
        const before = writes;
        const next = await read();
        // An answer that was overtaken by a write of this tablet tells of a time before it: it would end the visit.
        if (writes === before) show(next);
        else asksAgain = true;
      } catch (cause) {
        if (!(cause instanceof ProblemError)) throw cause;
      }
    } while (asksAgain);
  }

  async function read(): Promise<AtDesk> {
    const { case: cover, open } = await requests.now();
    if (open) return { kind: 'open', counterCase: open };
    return cover ? { kind: 'cover', cover } : { kind: 'nothing' };
  }

  function show(next: AtDesk): void {
    const before = atDesk();
    const [was, is] = [caseOf(before), caseOf(next)];
    if (was && is && was.caseId === is.caseId && is.version < was.version) return;
    if (before.kind === 'open' && was && is?.caseId !== was.caseId)
      return onGone(afterwards.includes(was.state) ? 'ended' : 'recalled');
    // Handed over anew while it was open: the desk took it back and gave it again.
    if (before.kind === 'open' && next.kind === 'cover') return onGone('recalled');
    setAtDesk(next);
  }

  /** Whoever acts gets the case back as it is afterwards. */
  async function act(request: (caseId: string) => Promise<OpenCase>): Promise<void> {
    const here = caseOf(atDesk());
    if (!here) return;
    const asked = request(here.caseId);
    writing = asked.catch(() => undefined);
    try {
      const counterCase = await asked;
      writes += 1;
      show({ kind: 'open', counterCase });
    } catch (cause) {
      await reread();
      throw cause;
    }
  }

  return {
    atDesk,
    reread,
    act,
    begin: (locale: Locale, assistance: readonly Assistance[]) =>
      act((caseId) => requests.begin(caseId, locale, assistance)),
    chooseAssistance: (assistance: readonly Assistance[]) =>
      act((caseId) => requests.chooseAssistance(caseId, assistance)),
    awaitOffice: () => act(requests.awaitOffice),
    assure: () => act((caseId) => requests.assure(caseId)),
    chooseLocale: (locale: Locale) => act((caseId) => requests.chooseLocale(caseId, locale)),
    showAtEnd: (showsAtEnd: boolean) => act((caseId) => requests.showAtEnd(caseId, showsAtEnd)),
    /**
     * A message about a version that is on screen already, or just about to be, is no news. Of a case that is not
     * here the desk itself is told when it comes, so that a hand-over is one request.
     */
    async hear(message: LiveMessage): Promise<void> {
      if (message.about === 'case') await writing;
      const here = caseOf(atDesk());
      if (message.about === 'case' && atDesk().kind === 'nothing') return;
      if (message.about === 'case' && here?.caseId === message.id && message.version <= here.version) return;
      await reread();
    },
    /** A write of this tablet is on its way; messages about the case wait until it has told its version. */
    wrote<Result>(write: Promise<Result>): Promise<Result> {
      writing = write.catch(() => undefined);
      return write;
    },
    /** The case as a write of this tablet left it; older news than what is on screen is none. */
    take: (counterCase: OpenCase) => {
      writes += 1;
      const here = caseOf(atDesk());
      if (here?.caseId === counterCase.caseId) show({ kind: 'open', counterCase });
    },
  };
}
export type Counter = ReturnType<typeof createCounter>;

const caseOf = (atDesk: AtDesk): Cover | undefined =>
  atDesk.kind === 'cover' ? atDesk.cover : atDesk.kind === 'open' ? atDesk.counterCase : undefined;
