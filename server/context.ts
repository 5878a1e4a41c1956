import type { Logger } from 'pino';
import type { Bytes } from '../shared/base/bytes.ts';
import type { StaffRole } from '../shared/wire/staff.ts';
import type { LiveMessage } from '../shared/wire/live.ts';
import type { Db, Tx } from './db/client.ts';
import type { DeletionLog } from './ports/deletion-log.ts';
import type { Blobs } from './ports/blobs.ts';
import type { Keys } from './ports/keys.ts';
import type { PrintedSealer } from './ports/printed-sealer.ts';
import type { Printer } from './ports/printer.ts';
import type { Register } from './ports/register.ts';
import type { Revocation } from './ports/revocation.ts';
import type { Scanner } from './ports/scanner.ts';
import type { Sealer } from './ports/sealer.ts';
import type { Timestamps } from './ports/timestamps.ts';
import type { Typesetter } from './ports/typesetter.ts';

/** Everything an action may reach. Made once in `main.ts`; tests make their own with a stopped clock. Types only. */
export type Office = {
  db: Db;
  /** As the role that deletes what is due, and can do nothing else. */
  retentionDb: Db;
  now(): Date;
  randomBytes(count: number): Bytes;
  log: Logger;
  settings: OfficeSettings;
  keys: Keys;
  blobs: Blobs;
  sealer: Sealer;
  /** Only where the office has switched printed seals on. */
  printedSealer?: PrintedSealer | undefined;
  timestamps: Timestamps;
  revocation: Revocation;
  typesetter: Typesetter;
  figures: Figures;
  register: Register;
  printer: Printer;
  scanner: Scanner;
  deletionLog: DeletionLog;
  jobs: Jobs;
  live: Live;
};

/** What an office is, from its configuration: no secrets, nothing that changes while it runs. */
export type OfficeSettings = {
  mode: 'demo' | 'production';
  /** Where browsers reach it, `http://localhost:8080`; the only origin that may write. */
  origin: string;
  authority: { name: string; ags: string; address: string };
  profile: string;
  /** How many whole years a case is kept after the one in which it was opened. */
  retentionYears: number;
  /** How many proxies of our own add to `X-Forwarded-For`. */
  trustedProxies: number;
  /** When an archive time stamp is renewed: how many months before, and since when an algorithm is weak, by name. */
  renewal: { months: number; weakFrom: Readonly<Record<string, string>> };
};

/** Counts for the machine room. What goes in is a word of our own, never anything of a case. */
export type Figures = { countFailure(service: 'timestamps' | 'revocation', kind: string): void };

/** Jobs commit with the change that asked for them. Unknown names do not compile. */
export type Jobs = { send(tx: Tx, job: JobName, data: { caseId: string; documentId?: string }): Promise<void> };
export type JobName =
  | 'seal-document'
  | 'make-copy'
  | 'make-meldebestaetigung'
  | 'raise-level'
  | 'make-evidence-report'
  | 'log-deletion';

/**
 * Tells every open tab of every process, after the transaction commits. Staff hear everything; a tablet hears of its own
 * desk, and of a case only where the message names the desk the case lies at.
 */
export type Live = {
  publish(tx: Tx, message: LiveMessage, at?: { deskId: string | null }): Promise<void>;
  /** Closes the sockets of a session that was ended. */
  endSession(tx: Tx, sessionId: string): Promise<void>;
};

/** Who is asking. `nobody` is a visitor; what he may do is nothing but what a capability token allows. */
export type Actor =
  | { kind: 'staff'; staffId: string; role: StaffRole; sessionId: string }
  | {
      kind: 'device';
      deviceId: string;
      deskId: string;
      /** Another tablet was paired to the desk since: this one has no part in what lies there. */
      isReplaced: boolean;
      thumbprint: string;
      sessionId: string;
    }
  | { kind: 'nobody' };
export type StaffActor = Extract<Actor, { kind: 'staff' }>;
export type DeviceActor = Extract<Actor, { kind: 'device' }>;

export type OfficeEnv = { Variables: { office: Office; actor: Actor; requestId: string } };
