import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { writeAnchors } from '../../server/sealing/anchors-folder.ts';
import { derBlocks } from '../../shared/verifying/pem.ts';
import { findChromium } from '../support/chromium.ts';
import { chromiumFlags } from '../support/chromium-flags.ts';
import {
  type Counter,
  decide,
  fetchCopy,
  fillIn,
  finish,
  handOver,
  leave,
  pairTablet,
  prepareCase,
  review,
  sign,
  signInAtDesk,
} from '../support/counter-story.ts';
import { startRunningOffice } from '../support/running-office.ts';

type File = { name: string; bytes: Uint8Array };

/** Walks the whole story of the family once and gives what a city would keep of it. */
export async function walkCounter(sinks: {
  savePicture(name: string, png: Uint8Array): void;
  anchorsFolder: string;
}): Promise<{ files: readonly File[]; screens: number }> {
  const office = await startRunningOffice();
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] });
  let screens = 0;
  try {
    const { clerk, tablet, phone } = await openScreens(browser);
    clerk.setDefaultTimeout(patienceMs);
    tablet.setDefaultTimeout(patienceMs);
    const look = async (page: Page, name: string) => {
      screens += 1;
      // A picture shows a screen from its head; what was read to its end stands at its end.
      if (!name.endsWith('-read')) await page.evaluate(() => globalThis.scrollTo({ top: 0, behavior: 'instant' }));
      sinks.savePicture(`${String(screens).padStart(2, '0')}-${name}.png`, await page.screenshot());
    };
    const counter: Counter = { origin: office.origin, clerk, tablet, look };
    await signInAtDesk(counter);
    await pairTablet(counter);
    const caseId = await prepareCase(counter);
    await handOver(counter);
    await fillIn(counter);
    await review(counter);
    await sign(counter);
    await decide(counter);
    const path = await leave(counter);
    await fetchCopy(counter, phone, path);
    await finish(counter);
    const files = await fetchFiles(clerk, office.origin, caseId);
    await saveAnchors(clerk, office.origin, sinks.anchorsFolder);
    return { files, screens };
  } finally {
    await browser.close();
    await office.stop();
  }
}

const patienceMs = 10_000;

/** A desk, a tablet and the citizen's phone, as large as they are, each a browser of its own. */
async function openScreens(browser: Browser): Promise<{ clerk: Page; tablet: Page; phone: Page }> {
  const german = { locale: 'de-DE', timezoneId: 'Europe/Berlin' };
  const desk = await browser.newContext({ ...german, viewport: { width: 1440, height: 900 } });
  const counter = await browser.newContext({ ...german, viewport: { width: 1280, height: 800 }, hasTouch: true });
  const pocket = await browser.newContext({ ...german, viewport: { width: 390, height: 844 }, hasTouch: true });
  return { clerk: await desk.newPage(), tablet: await counter.newPage(), phone: await pocket.newPage() };
}

/**
 * Each document twice: as it was handed over, when the seal was the last thing in it and covers every byte, and as the
 * archive keeps it, with all that was appended to prove the seal for years. The first is the beginning of the second.
 */
async function fetchFiles(clerk: Page, origin: string, caseId: string): Promise<readonly File[]> {
  const fetchBytes = async (path: string) => {
    const answer = await clerk.request.get(`${origin}/api${path}`);
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}`);
    return answer.body();
  };
  const documents = await archived(async () => JSON.parse((await fetchBytes(`/cases/${caseId}`)).toString()));
  const files: File[] = [{ name: 'evidence.json', bytes: await fetchBytes(`/cases/${caseId}/evidence.json`) }];
  for (const kind of ['declaration', 'meldebestaetigung']) {
    const document = documents.find((one) => one.kind === kind);
    if (!document) throw new Error(`the case has no ${kind}`);
    const path = `/documents/${document.documentId}`;
    const { versions } = JSON.parse((await fetchBytes(`${path}/versions`)).toString()) as { versions: Version[] };
    const first = versions.at(-1);
    if (!first) throw new Error(`the ${kind} has no version`);
    files.push({ name: `${kind}.pdf`, bytes: await fetchBytes(`${path}/versions/${first.sha256}`) });
    files.push({ name: `archive/${kind}.pdf`, bytes: await fetchBytes(path) });
  }
  return files;
}

/** The latest is listed first. */
type Version = { sha256: string };

type Paper = { documentId: string; kind: string; level: string | null };

/** The office's jobs raise what was sealed to its highest level; a city keeps the files as they are then. */
async function archived(readCase: () => Promise<{ documents: Paper[] }>): Promise<readonly Paper[]> {
  for (const until = Date.now() + patienceMs; ; await sleep(100)) {
    const { documents } = await readCase();
    const papers = documents.filter(({ kind }) => kind === 'declaration' || kind === 'meldebestaetigung');
    if (papers.every(({ level }) => level === 'B-LTA')) return papers;
    if (Date.now() > until)
      throw new Error(`still ${papers.map(({ level }) => level).join(', ')} after ${patienceMs} ms`);
  }
}

async function saveAnchors(clerk: Page, origin: string, folder: string): Promise<void> {
  const pem = (await (await clerk.request.get(`${origin}/api/checking/anchors`)).json()) as Record<
    'seal' | 'timestamps' | 'crls',
    string[]
  >;
  const der = (blocks: readonly string[]) => blocks.flatMap((text) => derBlocks(new TextEncoder().encode(text)));
  await writeAnchors(folder, { seal: der(pem.seal), timestamps: der(pem.timestamps), crls: der(pem.crls) });
}
