import { For, type JSX, Show } from 'solid-js';
import type { Declaration, DeclaredClause, DeclaredSection } from '../../../shared/declaration/declaration.ts';
import { Bilingual, Say } from '../i18n/Bilingual.tsx';
import { languageTags, sayBoth } from '../i18n/locale.ts';
import { joinTexts, type Text } from '../i18n/text.ts';
import { TranslationNote } from '../i18n/TranslationNote.tsx';
import { Button } from '../ui/Button.tsx';
import { FieldMark } from '../ui/FieldMark.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { ComparingCode } from './ComparingCode.tsx';
import { ReviewPart } from './ReviewPart.tsx';
import { SeenBar } from './SeenBar.tsx';
import { isAllSeen, partsOf } from './seen.ts';
import { assistanceWords, text } from './text.ts';

export type ReviewProps = {
  declaration: Declaration;
  comparingCode: string;
  /** Ids of parts (`partsOf`) whose end was seen; the app keeps them, so that going back loses nothing. */
  seen: ReadonlySet<string>;
  onSeen(partId: string): void;
  /** Entry ids the citizen changed, softly marked. */
  changed?: ReadonlySet<string> | undefined;
  /** Leaves the review to change a section. Without it nothing can be changed here. */
  onEdit?(sectionId: string): void;
  /** Sections the reader filled in himself; the others are the office's, and he says so there. All by default. */
  canEdit?(sectionId: string): boolean;
  /** Voluntary sections nobody filled in; the declaration says nothing of them, and the way there stands here. */
  leftEmpty?: readonly { id: string; title: Text }[];
  onNext(): void;
  onDecline(): void;
  children?: JSX.Element;
};

/** The whole declaration, as it will be confirmed. Going on is possible when every part was seen. */
export function Review(props: ReviewProps) {
  const canGoOn = () => isAllSeen(props.declaration, props.seen);
  const helpers = () => props.declaration.assistance.map((kind) => assistanceWords[kind]);
  const lang = () => languageTags[props.declaration.locale ?? 'de'];
  const part = (id: string) => ({
    id,
    isSeen: props.seen.has(id),
    onSeen: () => props.onSeen(id),
  });
  return (
    <div class="ceremony review">
      <div class="review__head">
        <PageTitle title={text.reviewTitle} lead={props.onEdit ? text.reviewLead : undefined} />
        <ComparingCode code={props.comparingCode} explained />
      </div>
      <TranslationNote />
      <Show when={props.declaration.assistance.length > 0}>
        <p class="kern-body">
          <Say words={joinTexts([text.assistance, joinTexts(helpers(), ', ')], ': ')} />
        </p>
      </Show>
      {props.children}
      <For each={props.declaration.sections}>
        {(section) => (
          <ReviewPart
            {...part(section.id)}
            title={section.title}
            lang={lang()}
            {...(props.onEdit && props.canEdit?.(section.id) !== false
              ? { onEdit: () => props.onEdit?.(section.id) }
              : {})}
          >
            <Entries section={section} lang={lang()} changed={props.changed} />
          </ReviewPart>
        )}
      </For>
      <For each={clauseKinds}>
        {(kind) => (
          <Show when={props.declaration[kind].length > 0}>
            <ReviewPart {...part(kind)} title={text[kind]} lang={lang()}>
              <Clauses clauses={props.declaration[kind]} lang={lang()} />
            </ReviewPart>
          </Show>
        )}
      </For>
      <LeftEmpty sections={props.onEdit ? (props.leftEmpty ?? []) : []} onEdit={(id) => props.onEdit?.(id)} />
      <div class="actions actions--sticky">
        <Button kind="quiet" onPress={() => props.onDecline()}>
          <Say words={text.decline} />
        </Button>
        <span class="actions__space" />
        <SeenBar parts={partsOf(props.declaration)} seen={props.seen} />
        <Show
          when={canGoOn()}
          fallback={
            <Button kind="secondary" icon="down" onPress={() => showNextUnseen(props.declaration, props.seen)}>
              <Say words={text.nextUnseen} />
            </Button>
          }
        >
          <Button onPress={() => props.onNext()}>
            <Say words={text.next} />
          </Button>
        </Show>
      </div>
    </div>
  );
}

/** No card of the declaration: only the way to what may still be said. */
function LeftEmpty(props: { sections: readonly { id: string; title: Text }[]; onEdit(sectionId: string): void }) {
  return (
    <Show when={props.sections.length > 0}>
      <section class="left-empty" aria-labelledby="left-empty">
        <h2 class="kern-heading-small" id="left-empty">
          <Say words={text.leftEmpty} />
        </h2>
        <ul class="left-empty__list">
          <For each={props.sections}>
            {(section) => (
              <li>
                <Button
                  kind="quiet"
                  icon="edit"
                  label={`${sayBoth(section.title)}: ${sayBoth(text.fillIn)}`}
                  onPress={() => props.onEdit(section.id)}
                >
                  <Say words={section.title} />
                </Button>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

const clauseKinds = ['statements', 'notices'] as const;

function Entries(props: { section: DeclaredSection; lang: string; changed?: ReadonlySet<string> | undefined }) {
  return (
    <dl class="kern-description-list value-list">
      <For each={props.section.entries}>
        {(entry) => (
          <div
            class="kern-description-list-item value-list__row"
            classList={{ 'value-list__row--changed': props.changed?.has(entry.id) === true }}
          >
            <dt class="kern-description-list-item__key">
              <Bilingual de={entry.label.de} shown={entry.label.shown} lang={props.lang} />
            </dt>
            <dd class="kern-description-list-item__value value-list__value">
              <Bilingual de={entry.shown.de} shown={entry.shown.shown} lang={props.lang} />
              <FieldMark mark={props.changed?.has(entry.id) === true ? 'changed' : undefined} />
            </dd>
          </div>
        )}
      </For>
    </dl>
  );
}

function Clauses(props: { clauses: readonly DeclaredClause[]; lang: string }) {
  return (
    <ul class="clauses">
      <For each={props.clauses}>
        {(clause) => (
          <li class="kern-body">
            <Bilingual de={clause.text.de} shown={clause.text.shown} lang={props.lang} />
            <span class="clauses__basis kern-body--small kern-body--muted">{clause.basis}</span>
          </li>
        )}
      </For>
    </ul>
  );
}

/** On to what nobody has seen: the beginning of the first such part, and within a long one a screen further. */
function showNextUnseen(declaration: Declaration, seen: ReadonlySet<string>) {
  const next = partsOf(declaration).find(({ id }) => !seen.has(id));
  const target = next && document.getElementById(`part-${next.id}`);
  if (!target) return;
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  if (isInside(target)) scrollBy({ top: innerHeight * 0.6, behavior });
  else target.scrollIntoView({ block: 'start', behavior });
  target.focus({ preventScroll: true });
}

/** Its beginning is on top of the screen or above it, its end still below. */
function isInside(target: HTMLElement): boolean {
  const { top, bottom } = target.getBoundingClientRect();
  return top < innerHeight * 0.2 && bottom > innerHeight * 0.5;
}
