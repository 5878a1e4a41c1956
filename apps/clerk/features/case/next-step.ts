import type { CaseState } from '../../../../shared/wire/cases.ts';
import { openTaskWords } from '../../words.ts';
import type { CaseView } from './requests.ts';

/** What the clerk does next: one thing, and what else is possible. The server's lifecycle says the same. */
export type Step =
  | 'hand-over'
  | 'recall'
  | 'clear-desk'
  | 'return'
  | 'file-paper'
  | 'accept'
  | 'note-entry'
  | 'hand-out'
  | 'finish'
  | 'end';

export type NextStep = {
  primary: Step | undefined;
  others: readonly Step[];
  /** Who or what has the next word, where it is not the clerk. */
  waitsFor: string | undefined;
};

type Known = Pick<CaseView, 'state' | 'deskId' | 'documents'> & Partial<Pick<CaseView, 'erasedAt' | 'openTasks'>>;

export function nextStepOf(view: Known): NextStep {
  const { primary, others = [], waitsFor } = entryOf(view);
  const clearDesk: readonly Step[] = view.deskId !== null && clearsDesk.includes(view.state) ? ['clear-desk'] : [];
  return { primary, others: [...clearDesk, ...others], waitsFor };
}

/** The Meldebestätigung, which is handed out before the case is over: the one that counts, if there is one. */
export const certificateOf = ({ documents }: Pick<CaseView, 'documents'>) =>
  documents.find(({ kind, withdrawn }) => kind === 'meldebestaetigung' && withdrawn === null) ??
  documents.find(({ kind }) => kind === 'meldebestaetigung');

/** The document the case waits for was given up; somebody has to ask for another round. */
const isGivenUp = ({ documents }: Known, kind: CaseView['documents'][number]['kind']) =>
  documents.some((document) => document.kind === kind && document.state === 'failed');

function entryOf(view: Known): Entry {
  if (view.state === 'entered') return afterEntry(view);
  if (view.state === 'accepted' && isGivenUp(view, 'declaration')) return { waitsFor: givenUp };
  if (view.erasedAt) return { waitsFor: 'Ohne Abschluss beendet. Die Angaben sind gelöscht, der Nachweis bleibt.' };
  if (view.state === 'finished' && view.openTasks) return { waitsFor: finishedWithTasks(view.openTasks) };
  return byState[view.state];
}

const finishedWithTasks = (count: number) =>
  `Der Vorgang ist abgeschlossen. Noch ${openTaskWords(count)}: unter „Prüfungen“.`;

const givenUp = 'Das Dokument ist nicht entstanden. Unter „Papiere“ steht, warum.';

type Entry = { primary?: Step; others?: readonly Step[]; waitsFor?: string };

const byState: Readonly<Record<Exclude<CaseState, 'entered'>, Entry>> = {
  prepared: { primary: 'hand-over', others: ['end'] },
  'handed-over': { others: ['recall'], waitsFor: 'Das Tablet ist bereit. Die Bürgerin oder der Bürger beginnt.' },
  filling: { others: ['recall'], waitsFor: 'Am Tablet wird ausgefüllt.' },
  reviewing: { others: ['recall'], waitsFor: 'Am Tablet wird geprüft und bestätigt.' },
  'on-paper': { primary: 'file-paper', others: ['recall'] },
  declined: { primary: 'recall', others: ['end'] },
  confirmed: { primary: 'accept', others: ['return'] },
  accepted: { waitsFor: 'Angenommen. Das Siegel entsteht, die Anzeige ändert sich von selbst.' },
  sealed: { primary: 'note-entry' },
  finished: { waitsFor: 'Der Vorgang ist abgeschlossen.' },
};

function afterEntry(view: Known): Entry {
  const certificate = certificateOf(view);
  if (isGivenUp(view, 'meldebestaetigung')) return { waitsFor: givenUp };
  if (!certificate || certificate.state === 'pending') return { waitsFor: 'Die Meldebestätigung entsteht.' };
  // Issuing another one is offered at the paper; a case whose entry was a mistake needs none.
  if (certificate.withdrawn !== null) return { primary: 'finish' };
  return certificate.copies === 0 ? { primary: 'hand-out', others: ['finish'] } : { primary: 'finish' };
}

/** After the confirmation the tablet may still show the citizen's copy. */
const clearsDesk: readonly CaseState[] = ['confirmed', 'accepted', 'sealed', 'entered', 'finished'];
