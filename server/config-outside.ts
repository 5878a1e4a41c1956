import type { ConfigReader } from './config.ts';

/**
 * The part of the configuration that says whom the office asks outside: for the time, and whether certificates still
 * hold. Nobody but the hosts named here is asked, whatever a certificate says.
 */
export type OutsideConfig = {
  timestamps: 'demo' | 'http';
  /** For `http`: RFC 3161 services, the first that answers is taken. */
  time: {
    urls: readonly string[];
    anchorsFolder: string;
    /** Dotted OIDs: what is asked for, and what is good enough; none, any will do. */
    policy: string | undefined;
    policies: readonly string[];
    user: string | undefined;
    passwordFile: string | undefined;
  };
  revocation: 'demo' | 'http';
  revocationHosts: readonly string[];
  /** Hosts among all of these that may lie in a private network or on this machine. */
  privateHosts: readonly string[];
  renewal: RenewalConfig;
};

/** When an archive time stamp is renewed. */
export type RenewalConfig = {
  /** How many months before it loses its force. */
  months: number;
  /** The day from which an algorithm is not to be trusted any more, by its name or a part of it, such as `SHA-256`. */
  weakFrom: Readonly<Record<string, string>>;
};

export function readOutside({ text, list, choice, integer }: ConfigReader, wrong: string[]): OutsideConfig {
  const config: OutsideConfig = {
    timestamps: choice('TIMESTAMPS', ['demo', 'http']),
    time: {
      urls: list('TSA_URLS'),
      anchorsFolder: text('TSA_ANCHORS_FOLDER', text('SEAL_ANCHORS_FOLDER', '')),
      policy: text('TSA_POLICY', '') || undefined,
      policies: list('TSA_POLICIES'),
      user: text('TSA_USER', '') || undefined,
      passwordFile: text('TSA_PASSWORD_FILE', '') || undefined,
    },
    revocation: choice('REVOCATION', ['demo', 'http']),
    revocationHosts: list('REVOCATION_HOSTS').map((host) => host.toLowerCase()),
    privateHosts: list('PRIVATE_HOSTS').map((host) => host.toLowerCase()),
    renewal: { months: integer('RENEW_MONTHS', 6, 1, 60), weakFrom: readWeakFrom(list('WEAK_FROM'), wrong) },
  };
  if (config.timestamps === 'http') checkTime(config, wrong);
  if (config.revocation === 'http' && config.revocationHosts.length === 0)
    wrong.push('REVOCATION=http needs REVOCATION_HOSTS, the hosts that may be asked.');
  return config;
}

function checkTime({ time, privateHosts }: OutsideConfig, wrong: string[]): void {
  const { urls, anchorsFolder, policy, policies, user, passwordFile } = time;
  if (urls.length === 0) wrong.push('TIMESTAMPS=http needs TSA_URLS.');
  if (!anchorsFolder) wrong.push('TIMESTAMPS=http needs TSA_ANCHORS_FOLDER, with the roots of the service (tsa*).');
  for (const given of urls) {
    const url = URL.canParse(given) ? new URL(given) : undefined;
    const isNear = url?.protocol === 'http:' && privateHosts.includes(url.host);
    // The token protects itself; the address, a password in it and who asks for what do not.
    if (!url || url.username || url.password || (url.protocol !== 'https:' && !isNear))
      wrong.push(
        `TSA_URLS must name addresses that begin with https://, or http:// for a host of PRIVATE_HOSTS, and hold no password; "${url?.host ?? given}" does not.`,
      );
  }
  for (const oid of policy === undefined ? policies : [policy, ...policies])
    if (!/^[0-2](\.(0|[1-9]\d*)){1,20}$/.test(oid))
      wrong.push(`TSA_POLICY and TSA_POLICIES must be OIDs such as 1.2.3.4, not "${oid}".`);
  if ((user === undefined) !== (passwordFile === undefined))
    wrong.push('TSA_USER and TSA_PASSWORD_FILE belong together.');
}

function readWeakFrom(entries: readonly string[], wrong: string[]): Record<string, string> {
  const days = entries.map((entry): [string, string] => {
    const [, name, day] = /^([A-Za-z0-9 -]+)=(\d{4}-\d{2}-\d{2})$/.exec(entry) ?? [];
    if (name && day && Number.isFinite(Date.parse(day))) return [name, day];
    wrong.push(`WEAK_FROM must be a list such as SHA-256=2032-01-01, not "${entry}".`);
    return ['', ''];
  });
  return Object.fromEntries(days.filter(([name]) => name !== ''));
}
