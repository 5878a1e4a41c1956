import { stopReading } from '../../../kit/ui/read-aloud.ts';

/**
 * The end of a citizen's visit: a fresh document in place of this one, so that no memory, no history entry and no
 * typed text stays (signing.md 8). What the next document has to say about it travels as one word in the hash.
 */
export type Farewell = 'finished' | 'recalled' | 'recalled-unsaved' | 'declined' | 'ended';
const farewells: readonly Farewell[] = ['finished', 'recalled', 'recalled-unsaved', 'declined', 'ended'];

let wasCopied = false;

/** Notices when something of a case is copied, so that wiping clears the clipboard, and only then. */
export function watchClipboard(): void {
  for (const name of ['copy', 'cut'] as const) document.addEventListener(name, () => (wasCopied = true));
}

export async function wipe(farewell: Farewell): Promise<void> {
  stopReading();
  if (wasCopied) await navigator.clipboard?.writeText('').catch(() => undefined);
  const url = new URL(location.href);
  url.hash = farewell;
  // A change of the hash alone would keep the document, so the way leads through a query that differs each time.
  url.search = `?${Date.now().toString(36)}`;
  location.replace(url);
}

/** What the document before had to say, once: the address is clean afterwards. */
export function takeFarewell(): Farewell | undefined {
  const word = location.hash.slice(1);
  if (location.hash !== '' || location.search !== '') history.replaceState(history.state, '', location.pathname);
  return farewells.find((each) => each === word);
}
