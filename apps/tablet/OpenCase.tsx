import { createEffect, createMemo, Match, on, onCleanup, onMount, Show, Switch, untrack } from 'solid-js';
import type { Locale } from '../../shared/base/locale.ts';
import type { CodeListId } from '../../shared/forms/definition.ts';
import type { Finding } from '../../shared/forms/finding.ts';
import { choicesOf } from '../kit/form/codes.ts';
import { wordsOf } from '../kit/form/form-context.ts';
import { summarize } from '../kit/form/findings.ts';
import type { Text } from '../kit/i18n/text.ts';
import { partsOf } from '../kit/signing/seen.ts';
import { OfflineNotice } from '../kit/ui/OfflineNotice.tsx';
import { Stepper } from '../kit/ui/Stepper.tsx';
import type { Counter } from './features/filling/counter.ts';
import { Entitlement } from './features/filling/Entitlement.tsx';
import { Fill } from './features/filling/Fill.tsx';
import { NotSaved } from './features/filling/NotSaved.tsx';
import type { OpenCase as CounterCase } from './features/filling/requests.ts';
import { HelperSwitch } from './features/filling/HelperSwitch.tsx';
import { leftEmpty, stepOfSection, titleOf } from './features/filling/steps.ts';
import { text as fillingText } from './features/filling/text.ts';
import { StillOpen } from './features/filling/StillOpen.tsx';
import { ReadingTools, Setting } from './features/kiosk/ReadingTools.tsx';
import { OfficeName, TopBar } from './features/kiosk/TopBar.tsx';
import type { Farewell } from './features/kiosk/wipe.ts';
import type { Device } from './features/pairing/device.ts';
import type { StoredDevice } from './features/pairing/device-store.ts';
import { Ceremony } from './features/signing/Ceremony.tsx';
import { Declined } from './features/signing/Declined.tsx';
import { Done } from './features/signing/Done.tsx';
import { PaperWait } from './features/signing/PaperWait.tsx';
import { createVisit } from './visit.ts';

/** What the counter asks of the open case. */
export type OpenCaseHandle = {
  /** Resolves when nothing of the citizen's is on its way any more; says whether all of it arrived. */
  settled(): Promise<boolean>;
  /** What is typed goes out now. */
  save(): void;
  back(): void;
};

export type OpenCaseProps = {
  counterCase: CounterCase;
  counter: Counter;
  device: Device;
  stored: StoredDevice;
  wasReadAloud: boolean;
  onReadAloud(): void;
  onHandle(handle: OpenCaseHandle | undefined): void;
  /** The visit is over: nothing of it stays. */
  onLeave(why: Farewell): Promise<void>;
  /** From here on the desk's own messages about the end are no news. */
  onLeaving(isLeaving: boolean): void;
};

/** The case on the tablet, from the assurance to the copy. */
export function OpenCase(props: OpenCaseProps) {
  const visit = createVisit({
    counterCase: () => props.counterCase,
    counter: untrack(() => props.counter),
    device: untrack(() => props.device),
    stored: () => props.stored,
    wasReadAloud: () => props.wasReadAloud,
  });
  const { service, model, ceremony } = visit;
  const state = () => props.counterCase.state;
  const isFilling = () => state() === 'filling' && !visit.wantsReview();
  const isConfirming = () => state() === 'reviewing' || (state() === 'filling' && visit.wantsReview());
  /** Two screens speak of the connection in their own words. */
  const isUnsaved = () => isConfirming() && state() === 'filling' && model.state() !== 'saved';
  const saysItself = () => isUnsaved() || (isConfirming() && ceremony.stage().kind === 'sending');
  const title = () => wordsOf(service.texts, 'title', service.definition.title);

  const settled = async () => {
    await ceremony.settled();
    return Promise.race([visit.saveAll(), notIn(lastWordsMs)]);
  };
  onMount(() => props.onHandle({ settled, save: () => void visit.saveAll(), back: () => goBack(visit, isFilling()) }));
  onCleanup(() => props.onHandle(undefined));

  const wordsOfFinding = (finding: Finding): Text => ({
    de: service.findingText(finding, 'de'),
    plain: service.findingText(finding, 'plain'),
    en: service.findingText(finding, 'en'),
  });
  const form = {
    texts: service.texts,
    wordsOfFinding,
    codes: (list: CodeListId) => choicesOf(list, 'citizen'),
    get findings() {
      return visit.findings();
    },
    get prefilled() {
      return new Set(props.counterCase.prefilled.filter((path) => !visit.changed().has(path)));
    },
    get changed() {
      return visit.changed();
    },
  };
  // Every screen begins at its top, wherever the one before was left.
  const screen = createMemo(() =>
    [state(), props.counterCase.needsEntitlement, visit.wantsReview(), visit.stepId(), ceremony.stage().kind].join(' '),
  );
  createEffect(on(screen, () => scrollTo({ top: 0 }), { defer: true }));
  const leaveWith = async (why: Farewell, action: () => Promise<unknown>) => {
    props.onLeaving(true);
    try {
      await action();
    } catch (cause) {
      props.onLeaving(false);
      throw cause;
    }
    await props.onLeave(why);
  };
  const seeEverything = () => {
    const { declaration } = ceremony.frozen() ?? {};
    if (declaration && ceremony.stage().kind === 'review') for (const { id } of partsOf(declaration)) ceremony.see(id);
  };
  const helpers = () => (
    <Setting words={fillingText.helpers}>
      <HelperSwitch
        chosen={props.counterCase.assistance}
        onChange={(chosen) => void visit.chooseAssistance(chosen).catch(() => undefined)}
      />
    </Setting>
  );
  return (
    <div class="tablet">
      <TopBar
        where={
          <Show
            when={isFilling() && !props.counterCase.needsEntitlement && visit.step()}
            fallback={<OfficeName office={props.stored.pairing.authority.name} desk={props.stored.pairing.desk.name} />}
          >
            <Stepper label={title()} steps={visit.steps().map((step) => step.title)} current={visit.at()} />
          </Show>
        }
        tools={
          <ReadingTools
            onLocale={(locale: Locale) => void visit.chooseLocale(locale).catch(() => undefined)}
            onReadAloud={props.onReadAloud}
            onReadToEnd={seeEverything}
            {...(visit.isFree() ? { more: helpers } : {})}
          />
        }
      />
      <main id="content" class="tablet__main" tabindex="-1">
        <OfflineNotice when={!props.device.isReachable() && !saysItself()} />
        <Switch>
          <Match when={isFilling() && props.counterCase.needsEntitlement}>
            <Entitlement
              statements={service.definition.statements}
              texts={service.texts}
              onAssure={props.counter.assure}
            />
          </Match>
          <Match when={isFilling() && visit.isStillOpen()}>
            <StillOpen
              errors={summarize(
                visit.steps().flatMap(({ sections }) => sections),
                visit.ownErrors(),
                service.texts,
                wordsOfFinding,
              )}
              needsClerk={visit.needsOffice()}
              isOfficeTold={props.counterCase.awaitsOffice}
              onGoTo={(fieldId) => visit.goToPath(fieldId.replace(/^field-/, ''))}
              onBack={visit.back}
              onNext={visit.next}
            />
          </Match>
          <Match when={isFilling() && visit.step()}>
            {(step) => (
              <Fill
                step={step()}
                section={visit.section()}
                model={model}
                form={form}
                showsAtEnd={props.counterCase.showsAtEnd}
                onShowAtEnd={props.counter.showAtEnd}
                isOffline={!props.device.isReachable()}
                returnedBecause={props.counterCase.returnedBecause}
                hasRefused={visit.hasRefused()}
                onChanged={visit.noteChanged}
                onBack={visit.at() > 0 ? visit.back : undefined}
                isFirst={visit.at() === 0}
                isLast={visit.at() === visit.steps().length - 1}
                onNext={visit.next}
                progress={visit.progress()}
                onCheckAll={visit.checkAll}
              />
            )}
          </Match>
          <Match when={isUnsaved()}>
            <NotSaved onBack={() => void visit.leaveReview(undefined)} />
          </Match>
          <Match when={isConfirming()}>
            <Ceremony
              model={ceremony}
              counterCase={props.counterCase}
              changed={visit.changed()}
              canEdit={(id) => stepOfSection(visit.steps(), id) !== undefined}
              leftEmpty={leftEmpty(visit.steps()).map((section) => ({
                id: section.id,
                title: titleOf(section, service.texts),
              }))}
              onLeave={visit.leaveReview}
              onPaper={visit.printPaper}
              onDecline={visit.decline}
              onAgain={() => void visit.startReview()}
            />
          </Match>
          <Match when={state() === 'on-paper'}>
            <PaperWait />
          </Match>
          <Match when={state() === 'declined'}>
            {/* Without the server nothing happens, and the notice above says why. */}
            <Declined onFinish={() => void leaveWith('declined', () => visit.end([])).catch(() => undefined)} />
          </Match>
          <Match when={true}>
            <Done
              onPrint={visit.printCopy}
              onOffer={visit.offerCopy}
              onFinish={(handedOver) => leaveWith('finished', () => visit.end(handedOver))}
            />
          </Match>
        </Switch>
      </main>
    </div>
  );
}

/** A recall is a recall: for this long what is on the tablet may still go out before it is wiped. */
const lastWordsMs = 3_000;
const notIn = (milliseconds: number) =>
  new Promise<false>((resolve) => void setTimeout(() => resolve(false), milliseconds));

/** The back button and gesture do what "Zurück" on the screen does, and never more. */
function goBack(visit: ReturnType<typeof createVisit>, isFilling: boolean): void {
  if (isFilling) return visit.back();
  const stage = visit.ceremony.stage().kind;
  if (stage === 'how') visit.ceremony.goTo('review');
  if (stage === 'sign' || stage === 'button') visit.ceremony.goTo('how');
}
