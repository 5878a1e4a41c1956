import SignaturePadCanvas, { type PointGroup } from 'signature_pad';
import { createEffect, createSignal, onCleanup, onMount, Show } from 'solid-js';
import { field, type Point } from '../../../shared/declaration/drawing.ts';
import { Say } from '../i18n/Bilingual.tsx';
import { say } from '../i18n/locale.ts';
import type { Words } from '../i18n/text.ts';
import { createPenFirst } from './pen-first.ts';
import { type Lines, toField, toPixels } from './lines.ts';
import { text } from './text.ts';

export type SignaturePadProps = {
  label: Words;
  /** What is drawn, on the field of 1000 x 300 units. An empty list clears the field and lets fingers draw again. */
  lines: Lines;
  /** After each line. */
  onChange(lines: Lines): void;
};

/**
 * The field for the pen. Ink appears in the event that brings it, without waiting for a frame. Once a pen was seen,
 * fingers and palms are ignored until the field is cleared. What is drawn survives rotation, resizing and another
 * pixel density, because the lines and not the pixels are kept.
 */
export function SignaturePad(props: SignaturePadProps) {
  let canvas!: HTMLCanvasElement;
  let pad: SignaturePadCanvas | undefined;
  let shown: Lines = [];
  let width = 0;
  const [isPen, setPen] = createSignal(false);

  /** What the pad holds, its unfinished line included. */
  const read = (): Lines =>
    pad && width > 0 ? pad.toData().map((group) => group.points.map(({ x, y }) => toField([x, y], width))) : shown;
  const draw = (lines: Lines) => {
    if (!pad) return;
    shown = lines;
    pad.off();
    pad.clear();
    pad.on();
    pad.fromData(
      lines.map((line) => groupOf(line, width)),
      { clear: false },
    );
  };
  const fit = () => {
    const box = canvas.getBoundingClientRect();
    const density = Math.max(devicePixelRatio, 1);
    const [pixelsWide, pixelsHigh] = [Math.round(box.width * density), Math.round(box.height * density)];
    if (!pad || box.width === 0 || (canvas.width === pixelsWide && canvas.height === pixelsHigh)) return;
    const lines = read();
    width = box.width;
    canvas.width = pixelsWide;
    canvas.height = pixelsHigh;
    canvas.getContext('2d')?.scale(density, density);
    setLineWidth(pad, width);
    draw(lines);
  };

  onMount(() => {
    pad = new SignaturePadCanvas(canvas, { throttle: 0, minDistance: 1, penColor: ink });
    pad.addEventListener('endStroke', () => {
      shown = read();
      props.onChange(shown);
    });
    const observer = new ResizeObserver(fit);
    observer.observe(canvas);
    // A window that moves to a screen of another density does not resize the canvas.
    addEventListener('resize', fit);
    fit();
    draw(props.lines);
    onCleanup(() => {
      observer.disconnect();
      removeEventListener('resize', fit);
      pad?.off();
    });
  });
  const penFirst = createPenFirst({
    element: () => canvas,
    onPen: () => setPen(true),
    // The palm came first: what it began is taken away, so that the pen can write.
    onPalm: () => draw(shown),
  });
  createEffect(() => {
    const lines = props.lines;
    if (lines === shown) return;
    draw(lines);
    if (lines.length > 0) return;
    penFirst.reset();
    setPen(false);
  });

  return (
    <div class="pad">
      <div class="pad__paper">
        <canvas class="pad__canvas" ref={canvas} role="img" aria-label={say(props.label)} />
        <span class="pad__line" aria-hidden="true" />
        <Show when={props.lines.length === 0}>
          <span class="pad__hint" aria-hidden="true">
            <Say words={text.padHint} />
          </span>
        </Show>
      </div>
      <p class="pad__note kern-body kern-body--small kern-body--muted" role="status">
        <Show when={isPen()}>
          <Say words={text.penOnly} />
        </Show>
      </p>
    </div>
  );
}

/** Dark ink on white paper in every theme: it is what the document shows. */
const ink = '#131525';
/** The pad draws circles of this radius along a line; 2.2 units make a pen of about 0.6 mm on a tablet. */
const radiusUnits = 2.2;

function setLineWidth(pad: SignaturePadCanvas, width: number) {
  const radius = (radiusUnits * width) / field.width;
  // The same smallest and largest width: how fast a hand moves must not be visible.
  pad.minWidth = radius;
  pad.maxWidth = radius;
  pad.dotSize = radius * 1.3;
}

function groupOf(line: readonly Point[], width: number): PointGroup {
  const radius = (radiusUnits * width) / field.width;
  return {
    penColor: ink,
    dotSize: radius * 1.3,
    minWidth: radius,
    maxWidth: radius,
    velocityFilterWeight: 0.7,
    compositeOperation: 'source-over',
    // Time and pressure are nobody's business; the pad wants numbers there.
    points: line.map((point, at) => {
      const [x, y] = toPixels(point, width);
      return { x, y, pressure: 0, time: at };
    }),
  };
}
