import type { JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';

export type HeadingLevel = 1 | 2 | 3 | 4;

/** A heading whose level its place in the page decides, and whose size its class. */
export function Heading(props: { level: HeadingLevel; id?: string; class: string; children: JSX.Element }) {
  return (
    <Dynamic component={`h${props.level}` as const} id={props.id} class={props.class}>
      {props.children}
    </Dynamic>
  );
}
