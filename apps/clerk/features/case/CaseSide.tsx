import { createEffect, on } from 'solid-js';
import type { CasePageProps } from './CasePage.tsx';
import { type Tab, Tabs } from '../../../kit/ui/Tabs.tsx';
import type { Ask } from './CaseDialogs.tsx';
import { ChecksTab } from './checks/ChecksTab.tsx';
import { openChecks } from './checks/open-checks.ts';
import type { CaseModel } from './create-case.ts';
import { EvidenceTab } from './evidence/EvidenceTab.tsx';
import { PapersTab } from './papers/PapersTab.tsx';
import type { CaseView } from './requests.ts';
import { TabletTab } from './tablet/TabletTab.tsx';
import { text } from './text.ts';
import './side.css';

export const tabs = ['tablet', 'checks', 'papers', 'evidence'] as const;
export type CaseTab = (typeof tabs)[number];
export const isTab = (id: string | undefined): id is CaseTab => tabs.some((tab) => tab === id);

/** What is worth seeing when nobody chose: where the case needs the clerk's eyes. */
export function tabFor(view: CaseView | undefined): CaseTab {
  if (!view || view.state === 'prepared') return 'checks';
  if (view.state === 'finished' && view.openTasks > 0) return 'checks';
  if (['on-paper', 'sealed', 'entered', 'finished', 'accepted'].includes(view.state)) return 'papers';
  return 'tablet';
}

export type SideProps = Pick<CasePageProps, 'desks' | 'role'> & {
  model: CaseModel;
  view: CaseView;
  showErrors(): void;
  ask(what: Ask): void;
};

/** Everything around the declaration, one kind at a time. */
export function CaseSide(props: SideProps & { tab: CaseTab; showTab(tab: string): void }) {
  let box: HTMLElement | undefined;
  createEffect(
    on(
      () => props.tab,
      () => box?.scrollTo({ top: 0 }),
      { defer: true },
    ),
  );
  // Made once: with another list everything below would be drawn anew, and what somebody types there would be gone.
  const list: readonly Tab<CaseTab>[] = [
    { id: 'tablet', label: text.tabs.tablet, panel: () => <TabletTab {...props} /> },
    {
      id: 'checks',
      label: text.tabs.checks,
      get count() {
        return openChecks(props.model, props.view);
      },
      panel: () => <ChecksTab {...props} />,
    },
    { id: 'papers', label: text.tabs.papers, panel: () => <PapersTab {...props} /> },
    { id: 'evidence', label: text.tabs.evidence, panel: () => <EvidenceTab {...props} /> },
  ];
  return (
    <aside class="case__side" aria-label={text.side} ref={box}>
      <Tabs<CaseTab> label={text.side} chosen={props.tab} onChoose={props.showTab} tabs={list} />
    </aside>
  );
}
