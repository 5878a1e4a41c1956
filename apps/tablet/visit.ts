import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js';
import type { Locale } from '../../shared/base/locale.ts';
import type { Assistance } from '../../shared/declaration/declaration.ts';
import type { Answers, Path } from '../../shared/forms/answers.ts';
import type { Finding } from '../../shared/forms/finding.ts';
import { services } from '../../shared/services/catalogue.ts';
import type { Facts } from '../../shared/services/service.ts';
import { locale, setLocale } from '../kit/i18n/locale.ts';
import { createAnswers } from './features/filling/answers.ts';
import type { Counter } from './features/filling/counter.ts';
import { makeRequests as makeFillingRequests, type OpenCase } from './features/filling/requests.ts';
import {
  errorsForOffice,
  errorsIn,
  nearestStep,
  stepOfPath,
  stepOfSection,
  stepsOf,
} from './features/filling/steps.ts';
import type { Device } from './features/pairing/device.ts';
import type { StoredDevice } from './features/pairing/device-store.ts';
import { createCeremony } from './features/signing/ceremony.ts';
import { makeRequests as makeSigningRequests } from './features/signing/requests.ts';
import { rememberedStep } from './remembered-step.ts';

/**
 * One citizen's visit at the tablet: where filling in and confirming meet. It brings the answers, the steps and the
 * ceremony of one case together; none of the features knows the others.
 */
export type VisitOptions = {
  counterCase: Accessor<OpenCase>;
  counter: Counter;
  device: Device;
  stored: Accessor<StoredDevice>;
  wasReadAloud: Accessor<boolean>;
};

export function createVisit({ counterCase, counter, device, stored, wasReadAloud }: VisitOptions) {
  const { caseId, service: serviceId } = untrack(counterCase);
  const service = services[serviceId];
  const filling = makeFillingRequests(device.api);
  const signing = makeSigningRequests(device.api);
  const [wantsReview, setWantsReview] = createSignal(untrack(counterCase).state === 'reviewing');
  const [stepId, setStepId] = createSignal(rememberedStep());
  /** The section of the step that somebody wants to see. */
  const [section, setSection] = createSignal<string>();
  /** Changed here and not known to the server yet. */
  const [changing, setChanging] = createSignal<ReadonlySet<Path>>(new Set());
  const [hasRefused, setRefused] = createSignal(false);
  let hasLost = false;
  let isRefreezing = false;
  /** The step from which one went on to check everything. */
  let checkedFrom = '';

  const model = createAnswers({
    definition: service.definition,
    send: (changes, isLast) =>
      counter.wrote(
        filling.write(caseId, changes, { isLast, onSaved: counter.take, onGone: () => void counter.reread() }),
      ),
    onRefused: (code) => {
      hasLost = true;
      setRefused(code === 'answer-unknown' || code === 'answer-by-office');
      void counter.reread();
    },
  });
  // Before anything is drawn, so that no field is empty for a moment.
  model.take(untrack(counterCase).answers as Answers);
  setLocale(untrack(counterCase).locale);
  const ceremony = createCeremony({
    requests: signing,
    key: untrack(stored),
    appVersion: __VERSION__,
    clockOffset: device.clockOffset,
    isOffline: () => !device.isReachable(),
    reread: async () => {
      await counter.reread();
      const here = counter.atDesk();
      return here.kind === 'open' && here.counterCase.caseId === caseId ? here.counterCase : undefined;
    },
    context: { service, authority: untrack(stored).pairing.authority },
  });

  const facts = (): Facts => ({
    today: dayInBerlin(new Date(Date.now() - (device.clockOffset() ?? 0))),
    officeAgs: stored().pairing.authority.ags,
    entitlementAssured: !counterCase().needsEntitlement,
  });
  const findings = createMemo((): readonly Finding[] => service.findings(model.answers(), facts()));
  const steps = createMemo(() => stepsOf(service, model.answers()));
  const ids = createMemo<readonly string[]>((before) => {
    const now = steps().map(({ id }) => id);
    // The step one is on disappeared with an answer: go on with the next one there is.
    if (before && !now.includes(untrack(stepId)) && untrack(stepId) !== stillOpen)
      queueMicrotask(() => goTo(steps()[nearestStep(steps(), before, stepId())]?.id ?? ''));
    return now;
  });
  const ownErrors = createMemo(() => steps().flatMap((step) => errorsIn(step, findings())));
  const needsOffice = createMemo(() => errorsForOffice(steps(), findings()).length > 0);
  const progress = createMemo(() => {
    if (ownErrors().length > 0) return 'open';
    return needsOffice() ? 'own-ready' : 'ready';
  });
  const changed = createMemo((): ReadonlySet<Path> => new Set([...counterCase().changed, ...changing()]));
  const isStillOpen = () => at() >= ids().length;
  /** The step on screen; one behind the last is what is still open. */
  const at = () => {
    if (stepId() === stillOpen) return ids().length;
    return Math.max(0, ids().indexOf(stepId()));
  };

  function goTo(id: string, sectionId?: string): void {
    model.leaveAll();
    setStepId(id);
    setSection(sectionId);
    history.replaceState({ ...(history.state as object | null), step: id }, '');
  }

  function next(): void {
    const following = ids()[at() + 1];
    if (following !== undefined) goTo(following);
    else checkAll();
  }

  /** On to the review, or to what keeps from it. */
  function checkAll(): void {
    if (stepId() !== stillOpen) checkedFrom = stepId();
    if (progress() !== 'ready') return goTo(stillOpen);
    setSection(undefined);
    void model.saveAll();
    setWantsReview(true);
  }

  function back(): void {
    const before = ids()[at() - 1];
    if (stepId() === stillOpen) backToForm();
    else if (before !== undefined) goTo(before);
  }

  /** To where one was before checking everything. */
  const backToForm = () => goTo(ids().includes(checkedFrom) ? checkedFrom : (ids().at(-1) ?? ''));

  /** Leaves the review, or the wish for one; with the section to change. */
  async function leaveReview(sectionId: string | undefined): Promise<void> {
    if (counterCase().state === 'reviewing') await counter.act(() => signing.leaveReview(caseId));
    setWantsReview(false);
    const step = sectionId === undefined ? undefined : stepOfSection(steps(), sectionId);
    if (step) goTo(step.id, sectionId);
    else backToForm();
  }

  /** Until somebody has confirmed, what is said beside the answers may change. */
  const isFree = () =>
    counterCase().state === 'filling' ||
    (counterCase().state === 'reviewing' &&
      counterCase().confirmedSigners.length === 0 &&
      ceremony.confirmed().size === 0);

  /** Language and helpers are part of the declaration: while a revision is frozen, another one means another revision. */
  async function declareAnew(change: () => Promise<void>): Promise<void> {
    if (!isFree()) return;
    if (counterCase().state === 'filling') return change();
    isRefreezing = true;
    try {
      await counter.act(() => signing.leaveReview(caseId));
      await change();
      await startReview();
    } finally {
      isRefreezing = false;
    }
  }
  const chooseLocale = (chosen: Locale) => declareAnew(() => counter.chooseLocale(chosen));
  const chooseAssistance = (chosen: readonly Assistance[]) => declareAnew(() => counter.chooseAssistance(chosen));

  const startReview = () => ceremony.start(caseId, wasReadAloud() ? ['read-aloud'] : []);

  /** Back at the field an error was found at. */
  function goToPath(path: Path): void {
    const step = stepOfPath(steps(), path);
    if (step) goTo(step.id);
  }

  createEffect(
    on(counterCase, ({ state, answers }, before) => {
      // After the confirmation the server sends no answers, and none are needed.
      if (state === 'filling' || state === 'reviewing') model.take(answers as Answers);
      // The desk gave it back to be changed: from the first step on.
      if (state === 'filling' && before && before.state !== 'filling' && !isRefreezing) {
        setWantsReview(false);
        if (before.state !== 'reviewing') goTo(ids()[0] ?? '');
      }
    }),
  );
  createEffect(
    on(model.state, (state) => {
      // From here on the server says what was changed, after a reload too.
      if (state === 'saved') setChanging(new Set<Path>());
    }),
  );
  // Whoever is done does not stand before a closed door: the clerk is told at once, and once he has mended it, it goes on.
  createEffect(
    on([isStillOpen, needsOffice, device.isReachable], ([isOpen, needs, isReachable]) => {
      if (isOpen && needs && isReachable && untrack(counterCase).state === 'filling')
        void counter.awaitOffice().catch(() => undefined);
    }),
  );
  createEffect(
    on(progress, (now, before) => {
      if (now === 'ready' && before === 'own-ready' && isStillOpen()) checkAll();
    }),
  );
  createEffect(
    on([wantsReview, () => model.state() === 'saved'], ([wants, isSaved]) => {
      if (wants && isSaved) void startReview();
    }),
  );
  createEffect(
    on(device.isReachable, (isReachable) => {
      if (!isReachable) return;
      model.tryNow();
      ceremony.tryNow();
      // A language chosen without the server is told to it now; the review shows both from the same declaration.
      const { state, locale: told } = untrack(counterCase);
      if (state === 'filling' && untrack(locale) !== told)
        void counter.chooseLocale(untrack(locale)).catch(() => undefined);
    }),
  );
  const sendLast = () => {
    model.sendLast();
    ceremony.sendLast();
  };
  const onHidden = () => {
    if (document.visibilityState === 'hidden') sendLast();
  };
  // The browser asks before it drops a confirmation that nobody has received yet.
  const onUnload = (event: BeforeUnloadEvent) => {
    if (ceremony.hasUnsent()) event.preventDefault();
  };
  addEventListener('pagehide', sendLast);
  addEventListener('beforeunload', onUnload);
  document.addEventListener('visibilitychange', onHidden);
  onCleanup(() => {
    removeEventListener('pagehide', sendLast);
    removeEventListener('beforeunload', onUnload);
    document.removeEventListener('visibilitychange', onHidden);
    model.stop();
  });

  return {
    service,
    model,
    ceremony,
    findings,
    steps,
    at,
    stepId,
    step: () => steps()[at()],
    section,
    ownErrors,
    progress,
    isStillOpen,
    needsOffice,
    next,
    back,
    checkAll,
    goToPath,
    wantsReview,
    startReview,
    leaveReview,
    chooseLocale,
    chooseAssistance,
    isFree,
    changed,
    noteChanged: (path: Path) => {
      if (counterCase().prefilled.includes(path)) setChanging((before) => new Set([...before, path]));
    },
    /** What is typed goes out now. Says whether everything is with the server. */
    async saveAll(): Promise<boolean> {
      hasLost = false;
      await model.saveAll();
      return model.isAllSaved() && !hasLost;
    },
    hasRefused,
    printPaper: () => counter.act(() => signing.printPaper(caseId)),
    decline: (note: string) => counter.act(() => signing.decline(caseId, note)),
    printCopy: () => signing.printCopy(caseId),
    offerCopy: () => signing.offerCopy(caseId),
    end: (handedOver: readonly string[]) => signing.end(caseId, handedOver),
  };
}
export type Visit = ReturnType<typeof createVisit>;

/** Behind the last section: what was left for later. No section has this id. */
const stillOpen = '-still-open';

/** The calendar day of the office. The Swedish format is the one that writes `YYYY-MM-DD`. */
const dayInBerlin = (at: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(at);
