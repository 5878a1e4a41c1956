import { readFile } from 'node:fs/promises';
import { limits } from '../../../shared/base/limits.ts';
import type { Bytes } from '../../../shared/base/bytes.ts';
import { TimestampFailure, type Timestamps } from '../../ports/timestamps.ts';
import { readAnchors } from '../../sealing/anchors-folder.ts';
import { askOutside } from '../outgoing.ts';
import { stampWith } from './stamp-with.ts';

export type HttpTimestampsOptions = {
  /** Where the services are; the first that answers rightly is taken. */
  urls: readonly string[];
  /** Hosts among them that may lie in a private network. */
  privateHosts: readonly string[];
  /** With the roots of the services, `tsa*`, and lists by them, if there are any; read anew for each time stamp, so that a new root counts at once. */
  anchorsFolder: string;
  /** The policy to ask for, and those that are good enough, as dotted OIDs. */
  policy?: string | undefined;
  policies: readonly string[];
  /** For services that want a name and a password; the password lies in a file. */
  user?: string | undefined;
  passwordFile?: string | undefined;
  now: () => Date;
};

/**
 * Any RFC 3161 service over HTTP (§ 3.4). A service that did not answer is left alone for a while, so that an outage does not
 * cost every document its patience.
 */
export async function openHttpTimestamps(options: HttpTimestampsOptions): Promise<Timestamps> {
  const { urls, privateHosts, anchorsFolder, now } = options;
  const anchors = async () => (await readAnchors(anchorsFolder)).timestamps;
  if ((await anchors()).length === 0)
    throw new Error(`No root of a time stamp service (tsa*) lies in ${anchorsFolder}.`);
  const headers = { 'Content-Type': 'application/timestamp-query', ...(await authorisation(options)) };
  const rules = {
    hosts: urls.map((url) => new URL(url).host),
    privateHosts,
    seconds: limits.outsideSeconds,
    mostBytes: limits.timestampAnswerBytes,
  };
  const services = urls.map((url) => {
    let quietUntil = 0;
    const ask = async (body: Bytes, signal: AbortSignal): Promise<Bytes> => {
      if (now().getTime() < quietUntil) throw new Error('it did not answer a moment ago');
      const request = { url, method: 'POST', headers, body, accepts: ['application/timestamp-reply'], signal } as const;
      return askOutside(request, rules).catch((error: unknown) => {
        quietUntil = now().getTime() + limits.outsidePauseSeconds * 1000;
        throw error;
      });
    };
    return stampWith({ ...options, ask, anchors });
  });
  const lists = async () => (await readAnchors(anchorsFolder)).crls;
  return { stamp: (digest, signal) => firstOf(services, (stamp) => stamp(digest, signal)), anchors, lists };
}

/** Asks one after the other. A lie weighs more than silence: it is what the office has to hear of. */
async function firstOf<Service>(
  services: readonly Service[],
  ask: (service: Service) => Promise<Bytes>,
): Promise<Bytes> {
  let failure: unknown = new TimestampFailure('no-answer', 'no time stamp service is configured');
  let isLie = false;
  for (const service of services) {
    try {
      return await ask(service);
    } catch (error) {
      if (isLie) continue;
      failure = error;
      isLie = error instanceof TimestampFailure && error.kind === 'answer-refused';
    }
  }
  throw failure;
}

async function authorisation({ user, passwordFile }: HttpTimestampsOptions): Promise<Record<string, string>> {
  if (!user) return {};
  const password = passwordFile ? (await readFile(passwordFile, 'utf8')).replace(/\r?\n$/, '') : '';
  return { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}
