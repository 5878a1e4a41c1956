import * as v from 'valibot';
import { utf8 } from '../../../shared/base/bytes.ts';
import { SealerAway } from '../../ports/sealer.ts';
import { askOutsideForStatus, type OutgoingRules } from '../outgoing.ts';
import { keepToken } from './csc-token.ts';
import { Info, Refused, Token } from './csc-wire.ts';

export type CscServiceOptions = {
  /** The base address, `https://sign.example.de/csc/v2/`. */
  url: string;
  /** Where tokens come from; empty where the service says so itself. */
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
  /** Hosts that may be asked beside that of `url`: whatever an answer says, nobody else learns a secret. */
  hosts: readonly string[];
  now: () => Date;
  /** How long one answer may take. */
  seconds: number;
};

/** A remote signing service, signed in by OAuth 2.0 client credentials (CSC API 2.0.0, 8.5.2.2). */
export type CscService = {
  /** Throws `CscProblem` where the service refuses, a plain Error where it does not answer as it should. */
  ask<Schema extends v.GenericSchema>(method: string, body: object, schema: Schema): Promise<v.InferOutput<Schema>>;
};

/** The service understood and refused (CSC API 2.0.0, 10). `code` is its word, `reason` its description. */
export class CscProblem extends Error {
  readonly code: string;
  readonly reason: string;
  constructor(method: string, code: string, reason: string) {
    const why = meanings[code] ?? 'it does not say more';
    super(`The remote signing service refuses ${method}: ${why} (${[code, reason].filter(Boolean).join(': ')}).`);
    this.code = code;
    this.reason = reason;
  }
}

const meanings: Readonly<Record<string, string>> = {
  invalid_request: 'something in the request is wrong',
  invalid_client: 'it does not know this client or its secret',
  invalid_grant: 'it does not know this client or its secret',
  unauthorized_client: 'this client may not do that',
  access_denied: 'this client may not do that',
  invalid_scope: 'this client may not do that',
  invalid_token: 'the access token does not count',
  expired_token: 'the access token has run out',
  invalid_authentication_data: 'the PIN is wrong and is not tried again, so that nobody locks the credential',
  invalid_otp: 'it wants a one-time password, which only a person has',
  too_many_requests: 'it is asked too often',
  temporarily_unavailable: 'it is not available at the moment',
  server_error: 'it has a fault of its own',
  not_implemented: 'it does not offer that',
};

/** Asks the service what it is. Throws one sentence where a seal cannot be made with it. */
export async function openCscService(options: CscServiceOptions): Promise<CscService> {
  const { clientId, clientSecret, now, seconds } = options;
  const base = secureUrl(withSlash(options.url));
  const hosts = [base.host, ...options.hosts];
  // Whoever configures a host means it, also one inside.
  const rules = { hosts, privateHosts: hosts, seconds, mostBytes: mostAnswerBytes };
  const post = (url: URL, method: string, body: Body, token?: string) => postTo(url, method, body, rules, token);
  const json = (body: object): Body => ({
    type: 'application/json',
    text: JSON.stringify(body),
    secrets: secretsIn(body),
  });

  const info = await post(new URL('info', base), 'info', json({})).then(parsed('info', Info));
  refuseUnfit(info);
  const tokenBase = options.tokenUrl || (info.oauth2 && new URL('oauth2/token', withSlash(info.oauth2)).href);
  if (!tokenBase)
    throw new Error('The remote signing service does not say where its tokens come from: set SEAL_CSC_TOKEN_URL.');
  const tokenUrl = secureUrl(tokenBase);

  const tokenNow = keepToken(now, async () => {
    const text = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    }).toString();
    const asSent = new URLSearchParams({ '': clientSecret }).toString().slice(1);
    const form = { type: 'application/x-www-form-urlencoded', text, secrets: [clientSecret, asSent] };
    const answer = await post(tokenUrl, 'oauth2/token', form);
    const { access_token, expires_in } = parsed('oauth2/token', Token)(answer);
    return { token: access_token, seconds: expires_in };
  });

  return {
    async ask(method, body, schema) {
      const used = await tokenNow();
      let answer = await post(new URL(method, base), method, json(body), used);
      if (answer.status === 401) answer = await post(new URL(method, base), method, json(body), await tokenNow(used));
      return parsed(method, schema)(answer);
    },
  };
}

const mostAnswerBytes = 256 * 1024;

/** `secrets` are what of the request must not come back in a sentence of ours. */
type Body = { type: string; text: string; secrets: readonly string[] };
type Answer = { status: number; value: unknown; secrets: readonly string[] };

/** What releases the key: the PIN for an authorization, the authorization for a signature. */
function secretsIn(body: { SAD?: string; authData?: readonly { value: string }[] }): readonly string[] {
  return [...(body.SAD ? [body.SAD] : []), ...(body.authData ?? []).map(({ value }) => value)];
}

async function postTo(url: URL, method: string, body: Body, rules: OutgoingRules, token?: string): Promise<Answer> {
  const headers = { 'Content-Type': body.type, ...(token ? { Authorization: `Bearer ${token}` } : {}) };
  const asked = {
    url: url.href,
    method: 'POST' as const,
    headers,
    body: utf8(body.text),
    accepts: ['application/json'],
    statuses: [200, 202, 400, 401, 403, 429, 500, 501, 503],
    signal: neverAborted,
  };
  const answer = await askOutsideForStatus(asked, rules).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SealerAway(`The remote signing service does not answer ${method} as it should: ${why}.`, { cause });
  });
  const secrets = token ? [token, ...body.secrets] : body.secrets;
  return { status: answer.status, value: jsonIn(answer.body), secrets };
}

const neverAborted = new AbortController().signal;

const parsed =
  <Schema extends v.GenericSchema>(method: string, schema: Schema) =>
  (answer: Answer): v.InferOutput<Schema> => {
    const { status, value } = answer;
    // Busy, or a fault of its own: later it may be another matter.
    if (status === 429 || status === 500 || status === 503) throw new SealerAway(problemOf(method, answer).message);
    if (status !== 200) throw problemOf(method, answer);
    const read = v.safeParse(schema, value);
    if (!read.success) throw new Error(`The remote signing service answers ${method} with something else than agreed.`);
    return read.output;
  };

function problemOf(method: string, { status, value, secrets }: Answer): CscProblem {
  const withoutSecrets = (text: string) => secrets.reduce((rest, secret) => rest.replaceAll(secret, '…'), text);
  const said = v.safeParse(Refused, value);
  const words: Readonly<Record<number, string>> = {
    202: 'awaits_a_person',
    429: 'too_many_requests',
    501: 'not_implemented',
  };
  const code =
    words[status] ??
    (said.success ? withoutSecrets(said.output.error) : status >= 500 ? 'server_error' : `status_${status}`);
  // Somebody else's words, which end in our log: short, on one line, and none of what he was told in confidence.
  const reason = said.success
    ? withoutSecrets(said.output.error_description)
        .replaceAll(/[\p{C}\s]+/gu, ' ')
        .trim()
        .slice(0, 200)
    : '';
  return new CscProblem(method, code.replaceAll(/[^\w-]/g, '').slice(0, 60), reason);
}

function refuseUnfit({ specs, authType, methods }: v.InferOutput<typeof Info>): void {
  if (!specs.startsWith('2.'))
    throw new Error(`The remote signing service speaks version ${specs.slice(0, 20)} of the CSC API, and 2 is needed.`);
  if (!authType.includes('oauth2client'))
    throw new Error('The remote signing service does not offer OAuth 2.0 client credentials (oauth2client).');
  const missing = ['credentials/info', 'credentials/authorize', 'signatures/signHash'].filter(
    (method) => !methods.includes(method),
  );
  if (missing.length > 0) throw new Error(`The remote signing service does not offer ${missing.join(', ')}.`);
}

/** Secrets travel to it, so it is https; only a service on this very machine may do without. */
function secureUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isHere = url && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && isHere)))
    // The address may hold a password, so the sentence does not repeat it.
    throw new Error(
      `The address of the remote signing service must begin with https://; that of "${url?.host ?? ''}" does not.`,
    );
  return url;
}

const withSlash = (url: string): string => (url.endsWith('/') ? url : `${url}/`);

function jsonIn(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
