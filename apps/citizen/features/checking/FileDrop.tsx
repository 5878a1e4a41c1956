import { createSignal, createUniqueId } from 'solid-js';
import { Say } from '../../../kit/i18n/Bilingual.tsx';
import { text } from './text.ts';

/** Choosing or dropping one PDF. The plain file field does the work, so keyboard and screen reader know it. */
export function FileDrop(props: { onFile(file: File): void }) {
  const id = createUniqueId();
  const [isOver, setOver] = createSignal(false);
  const take = (files: FileList | null | undefined) => {
    const [file] = files ?? [];
    if (file) props.onFile(file);
  };
  return (
    <div
      class="drop"
      classList={{ 'drop--over': isOver() }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <p class="kern-body" id={`${id}-hint`}>
        <Say words={text.stays} />
      </p>
      <input
        id={id}
        type="file"
        accept="application/pdf,.pdf"
        class="kern-sr-only drop__input"
        aria-describedby={`${id}-hint`}
        onChange={(event) => take(event.currentTarget.files)}
      />
      <label class="kern-btn kern-btn--primary kern-btn--block drop__button" for={id}>
        <span class="kern-label">
          <Say words={text.choose} />
        </span>
      </label>
      <p class="kern-body kern-body--small drop__or">
        <Say words={text.orDrop} />
      </p>
    </div>
  );
}
