import { lookup } from 'node:dns';
import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { Bytes } from '../../shared/base/bytes.ts';

/**
 * One request of the office to the outside, to services that configuration or a certificate names. Nothing in a
 * certificate may turn the office's own position in the network into a weapon: only hosts on a list are asked, never an
 * address inside unless it is meant, no redirect is followed, and time and size have an end.
 */
export type OutgoingRules = {
  /** Hosts that may be asked, `ocsp.example.de`, with their port where it is not the usual one. */
  hosts: readonly string[];
  /** Those of them that may lie in a private network or on this machine. */
  privateHosts: readonly string[];
  seconds: number;
  mostBytes: number;
};

export type OutgoingRequest = {
  url: string;
  method: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: Bytes;
  /** Media types the answer may have. */
  accepts: readonly string[];
  /** What the answer may say beside its body; 200 where nothing is said. Never a redirect. */
  statuses?: readonly number[];
  signal: AbortSignal;
};

export type OutsideAnswer = { status: number; body: Bytes };

/** The answer's body. Throws a plain Error that names the host and what was wrong, never the whole address. */
export const askOutside = async (asked: OutgoingRequest, rules: OutgoingRules): Promise<Bytes> =>
  (await askOutsideForStatus(asked, rules)).body;

/** The same for services whose refusals are worth reading, too. */
export async function askOutsideForStatus(asked: OutgoingRequest, rules: OutgoingRules): Promise<OutsideAnswer> {
  const url = allowedUrl(asked.url, rules);
  const signal = AbortSignal.any([asked.signal, AbortSignal.timeout(rules.seconds * 1000)]);
  try {
    signal.throwIfAborted();
    const ask = () => exchange(url, { ...asked, signal }, rules);
    // A kept connection may have been closed in the moment of asking; that says nothing of the service.
    return await ask().catch((error: unknown) => (error instanceof StaleConnection ? ask() : Promise.reject(error)));
  } catch (error) {
    throw new Error(`${url.host}: ${signal.aborted ? 'no answer in time' : messageOf(error)}`, { cause: error });
  }
}

class StaleConnection extends Error {}

function allowedUrl(text: string, { hosts, privateHosts }: OutgoingRules): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password)
    throw new Error('this is no address to ask');
  if (!hosts.includes(url.host)) throw new Error(`${url.host} is not on the list of hosts that may be asked`);
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) && isInside(literal) && !privateHosts.includes(url.host))
    throw new Error(`${url.host} is an address inside`);
  return url;
}

function exchange(url: URL, asked: OutgoingRequest, rules: OutgoingRules): Promise<OutsideAnswer> {
  const { method, headers = {}, body, accepts, signal, statuses = [200] } = asked;
  return new Promise((resolve, reject) => {
    const options = {
      method,
      signal,
      headers: { ...headers, Accept: accepts.join(', '), ...(body && { 'Content-Length': String(body.length) }) },
      ...(rules.privateHosts.includes(url.host) ? {} : { lookup: outsideOnly }),
    };
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const sent: ClientRequest = send(url, options, (answer) => {
      answer.once('error', reject);
      try {
        const status = refuseOddAnswer(answer, accepts, statuses);
        collect(answer, rules.mostBytes, (bytes) => resolve({ status, body: bytes }), reject);
      } catch (error) {
        sent.destroy();
        reject(error);
      }
    });
    sent.once('error', (error: NodeJS.ErrnoException) =>
      reject(sent.reusedSocket && error.code === 'ECONNRESET' ? new StaleConnection(error.message) : error),
    );
    sent.end(body);
  });
}

/** A redirect leads where nobody allowed to go, so it is wrong like every status that was not asked for. */
function refuseOddAnswer(answer: IncomingMessage, accepts: readonly string[], statuses: readonly number[]): number {
  const { statusCode = 0 } = answer;
  if (!statuses.includes(statusCode)) throw new Error(`answered with status ${statusCode}`);
  const type = (answer.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!accepts.includes(type)) throw new Error(`answered with another kind of content than ${accepts[0]}`);
  return statusCode;
}

function collect(
  answer: IncomingMessage,
  mostBytes: number,
  resolve: (bytes: Bytes) => void,
  reject: (error: Error) => void,
): void {
  const parts: Buffer[] = [];
  let length = 0;
  answer.on('data', (part: Buffer) => {
    parts.push(part);
    length += part.length;
    if (length > mostBytes) answer.destroy(new Error(`answered with more than ${mostBytes} bytes`));
  });
  answer.once('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
  answer.once('close', () => reject(new Error('broke off')));
}

/** Asked at the moment of connecting, so that a name cannot point elsewhere between the check and the use. */
const outsideOnly: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) return callback(error ?? new Error('has no address'), '', 4);
    if (addresses.some(({ address }) => isInside(address)))
      return callback(new Error('leads to an address inside'), '', 4);
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};

/** Whether an address is no public one: this machine, a private network, link-local, reserved (RFC 6890). */
export const isInside = (address: string): boolean => inside.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

const inside = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::', 96], // unspecified, this machine, and IPv4 in IPv6 as it once was written
  ['::ffff:0:0:0', 96], // IPv4 behind a translator, in three forms
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23], // protocols, Teredo among them
  ['2001:db8::', 32],
  ['2002::', 16], // IPv4 inside IPv6
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10], // the private networks of old
  ['ff00::', 8],
] as const)
  inside.addSubnet(network, bits, 'ipv6');

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
