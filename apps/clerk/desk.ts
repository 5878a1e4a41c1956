import { createContext, useContext } from 'solid-js';
import type { InferOutput } from 'valibot';
import type { LiveMessage } from '../../shared/wire/live.ts';
import type { DeskView } from '../../shared/wire/devices.ts';
import type { MeView } from '../../shared/wire/staff.ts';

/** What every screen of the desk stands on: who is signed in, at which desk, and what is heard from the office. */
export type DeskContext = {
  me: InferOutput<typeof MeView>;
  desks: readonly InferOutput<typeof DeskView>[];
  /** The desk this browser stands at; empty until it was chosen. */
  deskId(): string;
  onLive(listener: (message: LiveMessage) => void): () => void;
};

const Context = createContext<DeskContext>();
export const DeskProvider = Context.Provider;

export function useDesk(): DeskContext {
  const desk = useContext(Context);
  if (!desk) throw new Error('a screen stands outside the desk');
  return desk;
}
