import { ErrorBoundary, type JSX } from 'solid-js';
import { Say } from '../i18n/Bilingual.tsx';
import type { Words } from '../i18n/text.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { PageTitle } from './PageTitle.tsx';
import { text } from './text.ts';

export type ErrorPageProps = {
  title?: Words;
  lead?: Words;
  /** What helps: a way back, another try. */
  children?: JSX.Element;
};

/** A whole screen that says kindly that something is not there, not allowed or broken, and what to do. */
export function ErrorPage(props: ErrorPageProps) {
  return (
    <div class="error-page">
      <Icon name="info" size="large" />
      <PageTitle title={props.title ?? text.brokenTitle} lead={props.lead ?? text.brokenBody} />
      <div class="actions">
        {props.children ?? (
          <Button onPress={() => location.reload()}>
            <Say words={text.reload} />
          </Button>
        )}
      </div>
    </div>
  );
}

/** Catches bugs of everything inside: the person sees the error page, the console has the cause, no text of it is shown. */
export function CatchErrors(props: { children: JSX.Element; onError?(cause: unknown): void }) {
  return (
    <ErrorBoundary
      fallback={(cause: unknown) => {
        console.error(cause);
        props.onError?.(cause);
        return <ErrorPage />;
      }}
    >
      {props.children}
    </ErrorBoundary>
  );
}
