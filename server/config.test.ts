import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const sentencesOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.sentences;
    throw error;
  }
};

const database = {
  DATABASE_URL: 'postgres://app:geheim@db:5432/schalter',
  DATABASE_OWNER_URL: 'postgres://owner:geheim@db:5432/schalter',
  DATABASE_RETENTION_URL: 'postgres://retention:geheim@db:5432/schalter',
};

const time = { TIMESTAMPS: 'http', TSA_URLS: 'https://tsa.example', TSA_ANCHORS_FOLDER: '/anchors' };

const pem = { SEAL_FILE: '/a.key', SEAL_CERTIFICATE_FILE: '/a.pem', SEAL_ANCHORS_FOLDER: '/anchors' };
const nextSeal = { ...pem, SEALER: 'pem', SEALER_NEXT: 'pkcs12', SEAL_NEXT_FILE: '/b.p12' };

describe('the configuration', () => {
  test('without any variable is a demo office on this computer', () => {
    expect(readConfig({})).toMatchObject({
      mode: 'demo',
      port: 8080,
      host: '127.0.0.1',
      origin: 'http://localhost:8080',
    });
  });

  test('follows the port into the origin', () => {
    expect(readConfig({ PORT: '9000' }).origin).toBe('http://localhost:9000');
  });

  test('says everything that is wrong at once', () => {
    expect(sentencesOf({ PORT: 'x', SCHALTER_MODE: 'test', AUTHORITY_AGS: '1', LOG_LEVEL: 'loud' })).toHaveLength(4);
  });

  test.for([
    [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535, not "70000".'],
    [{ PORT: '80.5' }, 'PORT must be a whole number from 0 to 65535, not "80.5".'],
    [{ PROFILE: 'leinfelden' }, 'PROFILE must be leinfelden-echterdingen or cautious, not "leinfelden".'],
    [{ ORIGIN: 'schalter.example' }, /^ORIGIN must be an address/],
    [{ ORIGIN: 'https://schalter.example/amt' }, /^ORIGIN must be an address/],
    [{ SEALER: 'pkcs12' }, /^SEALER=pkcs12 needs SEAL_FILE, SEAL_ANCHORS_FOLDER.$/],
    [{ SEALER: 'pem', SEAL_FILE: 'a' }, /^SEALER=pem needs SEAL_CERTIFICATE_FILE, SEAL_ANCHORS_FOLDER.$/],
    [{ SEALER: 'pkcs11' }, /^SEALER=pkcs11 needs SEAL_PKCS11_MODULE, .*_TOKEN, .*_KEY, SEAL_PASSWORD_FILE, /],
    [{ SEALER: 'csc' }, /^SEALER=csc needs SEAL_CSC_URL, SEAL_CSC_CLIENT_ID, SEAL_CSC_CLIENT_SECRET_FILE, /],
    [{ SEALER_NEXT: 'pkcs12' }, /^SEALER_NEXT=pkcs12 needs SEAL_NEXT_FILE, SEAL_NEXT_ANCHORS_FOLDER.$/],
    [{ SEAL_NEXT_FROM: '2026-12-01T00:00:00Z' }, /^SEAL_NEXT_FROM must be a time such as/],
    [{ ...nextSeal, SEAL_NEXT_FROM: 'morgen' }, /^SEAL_NEXT_FROM must be a time such as/],
    [{ SEAL_RSA_PADDING: 'oaep', SEALER: 'pem', ...pem }, /^SEAL_RSA_PADDING must be pss or pkcs1/],
    [{ TIMESTAMPS: 'http', TSA_ANCHORS_FOLDER: 'a' }, 'TIMESTAMPS=http needs TSA_URLS.'],
    [{ TIMESTAMPS: 'http', TSA_URLS: 'https://tsa.example' }, /^TIMESTAMPS=http needs TSA_ANCHORS_FOLDER/],
    [{ ...time, TSA_URLS: 'http://tsa.example' }, /^TSA_URLS must name addresses that begin with https/],
    [{ ...time, TSA_URLS: 'https://a:geheim@tsa.example' }, /"tsa.example" does not/],
    [{ ...time, TSA_POLICY: 'beste' }, /^TSA_POLICY and TSA_POLICIES must be OIDs/],
    [{ ...time, TSA_USER: 'stadt' }, /belong together/],
    [{ REVOCATION: 'http' }, /^REVOCATION=http needs REVOCATION_HOSTS/],
    [{ RENEW_MONTHS: '0' }, /^RENEW_MONTHS must be/],
    [{ WEAK_FROM: 'SHA-256=2032' }, /^WEAK_FROM must be/],
    [{ ...database, DATABASE_OWNER_URL: '' }, /^DATABASE_OWNER_URL is missing/],
    [{ ...database, DATABASE_URL: 'mysql://app@db/schalter' }, /^DATABASE_URL must be an address/],
    [{ ...database, DATABASE_URL: database.DATABASE_OWNER_URL }, /must name three different roles/],
  ] as const)('%j is refused with one sentence', ([env, sentence]) => {
    expect(sentencesOf(env)).toEqual([expect.stringMatching(sentence)]);
  });

  test('names whom the office asks for the time, and when algorithms end', () => {
    const near = { ...time, TSA_URLS: 'https://tsa.example, http://10.0.0.5:318/', PRIVATE_HOSTS: '10.0.0.5:318' };
    expect(readConfig({ ...near, WEAK_FROM: 'SHA-256=2032-01-01,RSA 3072=2030-01-01' })).toMatchObject({
      timestamps: 'http',
      time: { urls: ['https://tsa.example', 'http://10.0.0.5:318/'], policies: [] },
      privateHosts: ['10.0.0.5:318'],
      renewal: { months: 6, weakFrom: { 'SHA-256': '2032-01-01', 'RSA 3072': '2030-01-01' } },
    });
  });

  test('names the next seal beside the current one, in the same folder of anchors where no other is named', () => {
    expect(readConfig({ ...nextSeal, SEAL_NEXT_FROM: '2026-12-01T00:00:00+01:00' })).toMatchObject({
      seal: { kind: 'pem', file: '/a.key', certificateFile: '/a.pem', anchorsFolder: '/anchors', rsaPadding: 'pss' },
      nextSeal: { kind: 'pkcs12', file: '/b.p12', anchorsFolder: '/anchors' },
      nextSealFrom: new Date('2026-11-30T23:00:00Z'),
    });
    expect(readConfig({})).toMatchObject({ seal: { kind: 'demo' }, nextSeal: undefined, nextSealFrom: undefined });
  });

  test('never repeats a password', () => {
    expect(sentencesOf({ ...database, DATABASE_URL: 'mysql://app:geheim@db/schalter' }).join()).not.toContain('geheim');
  });

  test('of a production office refuses plain http, the embedded database and every demo adapter', () => {
    const sentences = sentencesOf({ SCHALTER_MODE: 'production' });
    for (const name of [
      'ORIGIN',
      'DATABASE_URL',
      'SIGN_IN',
      'REGISTER',
      'PRINTER',
      'SCANNER',
      'SEALER',
      'TIMESTAMPS',
      'REVOCATION',
    ])
      expect(sentences.filter((sentence) => sentence.startsWith(name))).toHaveLength(1);
  });
});
