import type { ConfigReader } from './config.ts';

/**
 * The part of the configuration that says where the city's seal is kept: the current one by `SEAL_…`, and the one that
 * follows it by `SEAL_NEXT_…`, so that a certificate is changed without a pause.
 */
export type SealsConfig = {
  seal: SealConfig;
  nextSeal: SealConfig | undefined;
  /** When the next one takes over; without it once the current certificate is no longer valid. */
  nextSealFrom: Date | undefined;
};

/** Files are named, never read here; in the folder of anchors lie the seal's root and the lists of what was revoked. */
export type SealConfig =
  | { kind: 'demo' }
  | ({ kind: 'pkcs12'; file: string; passwordFile: string } & InCommon)
  | ({ kind: 'pem'; file: string; certificateFile: string; passwordFile: string } & InCommon)
  | ({
      kind: 'pkcs11';
      module: string;
      token: string;
      key: string;
      pinFile: string;
      certificateFile: string;
    } & InCommon)
  | ({
      kind: 'csc';
      url: string;
      tokenUrl: string;
      clientId: string;
      clientSecretFile: string;
      hosts: readonly string[];
      credential: string;
      pinFile: string;
    } & InCommon);
type InCommon = { anchorsFolder: string; rsaPadding: 'pss' | 'pkcs1' };

export const sealerKinds = ['demo', 'pkcs12', 'pem', 'pkcs11', 'csc'] as const;

export function readSeals(reader: ConfigReader, wrong: string[]): SealsConfig {
  const { text, choice } = reader;
  const kind = choice('SEALER', sealerKinds);
  const nextKind = choice('SEALER_NEXT', ['none', 'pkcs12', 'pem', 'pkcs11', 'csc']);
  const from = text('SEAL_NEXT_FROM', '');
  if (from && (!isInstant(from) || nextKind === 'none'))
    wrong.push(`SEAL_NEXT_FROM must be a time such as 2026-12-01T00:00:00Z and needs SEALER_NEXT, not "${from}".`);
  return {
    seal: readSeal(reader, { kind, name: 'SEALER', prefix: 'SEAL_', fallback: '' }, wrong),
    nextSeal:
      nextKind === 'none'
        ? undefined
        : readSeal(
            reader,
            { kind: nextKind, name: 'SEALER_NEXT', prefix: 'SEAL_NEXT_', fallback: text('SEAL_ANCHORS_FOLDER', '') },
            wrong,
          ),
    nextSealFrom: isInstant(from) ? new Date(from) : undefined,
  };
}

type Which = { kind: (typeof sealerKinds)[number]; name: string; prefix: string; fallback: string };

function readSeal({ text, list, choice }: ConfigReader, which: Which, wrong: string[]): SealConfig {
  const { kind, name, prefix, fallback } = which;
  const missing: string[] = [];
  const maybe = (setting: string) => text(`${prefix}${setting}`, '');
  const needed = (setting: string, otherwise = '') => {
    const given = text(`${prefix}${setting}`, otherwise);
    if (!given) missing.push(`${prefix}${setting}`);
    return given;
  };
  const anchors = () => ({
    anchorsFolder: needed('ANCHORS_FOLDER', fallback),
    rsaPadding: choice(`${prefix}RSA_PADDING`, ['pss', 'pkcs1']),
  });
  const read: Record<typeof kind, () => SealConfig> = {
    demo: () => ({ kind: 'demo' }),
    pkcs12: () => ({ kind: 'pkcs12', file: needed('FILE'), passwordFile: maybe('PASSWORD_FILE'), ...anchors() }),
    pem: () => ({
      kind: 'pem',
      file: needed('FILE'),
      certificateFile: needed('CERTIFICATE_FILE'),
      passwordFile: maybe('PASSWORD_FILE'),
      ...anchors(),
    }),
    pkcs11: () => ({
      kind: 'pkcs11',
      module: needed('PKCS11_MODULE'),
      token: needed('PKCS11_TOKEN'),
      key: needed('PKCS11_KEY'),
      pinFile: needed('PASSWORD_FILE'),
      certificateFile: maybe('CERTIFICATE_FILE'),
      ...anchors(),
    }),
    csc: () => ({
      kind: 'csc',
      url: needed('CSC_URL'),
      tokenUrl: maybe('CSC_TOKEN_URL'),
      clientId: needed('CSC_CLIENT_ID'),
      clientSecretFile: needed('CSC_CLIENT_SECRET_FILE'),
      hosts: list(`${prefix}CSC_HOSTS`).map((host) => host.toLowerCase()),
      credential: maybe('CSC_CREDENTIAL'),
      pinFile: maybe('PASSWORD_FILE'),
      ...anchors(),
    }),
  };
  const seal = read[kind]();
  if (missing.length > 0) wrong.push(`${name}=${kind} needs ${missing.join(', ')}.`);
  return seal;
}

const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(text) && Number.isFinite(Date.parse(text));
