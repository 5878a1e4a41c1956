import * as v from 'valibot';
import { limits } from '../base/limits.ts';
import { signerRoles } from '../declaration/declaration.ts';
import { AnswerPath, AnswerValue, At, Base64Url, Code, Id, LocaleCode, PrintedText, ShortText } from './base.ts';

/** A case as the clerk's desk reads and writes it. */
export const caseStates = [
  'prepared', // at the clerk's desk
  'handed-over', // lies on the tablet, nobody has begun
  'filling', // the citizen reads and completes
  'reviewing', // a revision is frozen and leased to the tablet
  'on-paper', // printed; the signed sheet is awaited
  'declined', // the citizen did not want to confirm
  'confirmed', // everyone who has to has confirmed
  'accepted', // the clerk accepted; the seal is being made
  'sealed', // the sealed declaration document exists
  'entered', // the register has the entry; the Meldebestätigung is being made
  'finished', // everything is handed over
] as const;
export type CaseState = (typeof caseStates)[number];

/** Papers that a case may wait for at the clerk's desk: the Wohnungsgeberbestätigung. */
export const awaitedProofs = ['landlord-proof'] as const;

export const serviceIds = ['anmeldung'] as const;

export const identificationKinds = ['PA', 'RP', 'eAT', 'AKN', 'other'] as const;
export const identificationResults = ['shown', 'not-with-them', 'expired', 'otherwise'] as const;

export const OpenCase = v.strictObject({
  caseId: Id,
  service: v.picklist(serviceIds),
  persons: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.personsPerCase)),
  /** The record to start from (vorausgefüllter Meldeschein, § 23 Abs. 3 BMG), by the key that the search gave. */
  registerKey: v.optional(v.pipe(Base64Url, v.maxLength(60))),
});

/** One answer, as it was left. `seen` is the version its writer looked at; another one since is no error, the later write counts. */
export const WriteAnswer = v.strictObject({ path: AnswerPath, value: AnswerValue });

export const NoteIdentification = v.strictObject({
  person: Code,
  document: v.picklist(identificationKinds),
  result: v.picklist(identificationResults),
  note: v.optional(ShortText),
});

export const HandOver = v.strictObject({ deskId: v.pipe(v.string(), v.maxLength(60)) });
export const Reason = v.strictObject({ reason: ShortText });

export const SignerWire = v.strictObject({
  id: Code,
  role: v.picklist(signerRoles),
  name: PrintedText,
});
export const SetSigners = v.strictObject({
  signers: v.pipe(v.array(SignerWire), v.minLength(1), v.maxLength(limits.signersPerCase)),
});

/** The four facts the register asks for; one that is missing is refused before the register is asked. */
export const RegisterSearch = v.strictObject({
  familienname: ShortText,
  vornamen: ShortText,
  geburtsdatum: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  letzteAnschrift: ShortText,
});
/**
 * One match or none: several count as none, and the answer does not say which. `registerKey` opens one case, in
 * the session that asked, within a quarter of an hour.
 */
export const RegisterMatches = v.object({
  matches: v.array(v.object({ registerKey: v.string(), name: v.string(), persons: v.number() })),
});

/** A search, or the record of one taken over into a case. */
export const registerLookUpKinds = ['searched', 'taken'] as const;
/** The page before this one: what happened earlier than `before`; of one colleague or one case, if wished. */
export const ListLookUps = v.strictObject({
  before: v.optional(At),
  staffId: v.optional(v.pipe(v.string(), v.maxLength(60), v.regex(/^\P{Cc}*$/u))),
  caseId: v.optional(Id),
});
/** One line of the log of § 5 Abs. 1 1. BMeldDÜV. What the register gave is not told: it is for the supervisor alone. */
export const LookUpView = v.object({
  lookUpId: v.string(),
  at: At,
  staffId: v.string(),
  name: v.string(),
  kind: v.picklist(registerLookUpKinds),
  purpose: v.string(),
  searchId: v.nullable(v.string()),
  caseId: v.nullable(v.string()),
  /** Null where a record was taken over: its search says what was asked. */
  asked: v.nullable(RegisterSearch),
  isFound: v.boolean(),
  source: v.nullable(v.string()),
});

export const ScanView = v.object({ scanId: v.string(), name: v.string(), scannedAt: v.string() });
/** Which sheet of the desk's scanner is the signed paper of this case; it confirms for every signer. */
export const FilePaper = v.strictObject({ scanId: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) });
/** The clerk's word beside a Handzeichen: who made it and how he knew. */
export const MarkNote = v.strictObject({ actId: Id, note: PrintedText });
export const HandOut = v.strictObject({ documentId: Id, how: v.picklist(['printed', 'shown']) });
export const ListCases = v.strictObject({
  state: v.optional(v.picklist(caseStates)),
  /** Only cases with something still to do, whatever their state; the earliest last day first. */
  tasks: v.optional(v.literal('open')),
  /** Only cases that have not ended. */
  life: v.optional(v.literal('unfinished')),
  // No control characters: PostgreSQL has no text with NUL in it.
  search: v.optional(v.pipe(v.string(), v.maxLength(limits.nameLength), v.regex(/^\P{Cc}*$/u))),
  limit: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,2}$/))),
});

export const Identification = v.object({
  person: v.string(),
  document: v.picklist(identificationKinds),
  result: v.picklist(identificationResults),
  note: v.nullable(v.string()),
  by: v.string(),
  at: v.string(),
});

export const ActView = v.object({
  actId: v.string(),
  signer: v.string(),
  revision: v.number(),
  method: v.picklist(['drawn', 'confirmed', 'mark', 'paper']),
  /** A change after the confirmation voids it; it stays in the evidence. */
  state: v.picklist(['valid', 'void']),
  at: v.string(),
  /** The clerk's note to a mark. */
  note: v.nullable(v.string()),
});

/** What stands in the way of a document, for the clerk; what exactly happened is in the log. */
export const documentProblems = [
  'not-typeset', // its content could not be put together
  'not-printable', // a character has no letter in any font
  'not-sealed', // the seal did not answer
  'not-verified', // our own verification does not accept what was sealed
  'not-stored',
  'seal-revoked', // the issuer no longer stands by the seal's certificate
  'seal-not-valid', // the seal's certificate has expired, or does not begin yet
  'seal-status-unknown', // for a day nobody has said whether the seal's certificate still holds
  // The document is there and sealed; what makes it provable for long is still missing.
  'no-timestamp', // the time stamp service does not answer
  'timestamp-refused', // its answer must not be used
  'no-younger-timestamp', // its answer would hold no longer than the one that is to be renewed
  'no-revocation', // nobody says whether the certificates still hold
  'revocation-refused', // who says so is not believed
  'revocation-awaited', // the next list has to come out first
  'not-finished', // it took too long, or its process ended, each time
] as const;
export type DocumentProblem = (typeof documentProblems)[number];

export const DocumentView = v.object({
  documentId: v.string(),
  /** `copy` is the unsealed Abschrift the citizen gets with the confirmation (§ 3a Abs. 5 VwVfG). */
  kind: v.picklist(['declaration', 'copy', 'meldebestaetigung', 'paper-scan', 'evidence-report']),
  state: v.picklist(['pending', 'sealed', 'failed', 'plain']),
  level: v.nullable(v.string()),
  /** What the last try failed at, while the document is not there or has not reached its level. */
  problem: v.nullable(v.picklist(documentProblems)),
  sha256: v.nullable(v.string()),
  at: v.string(),
  /** Made of an earlier revision, which was changed since: nothing to hand out any more. */
  isOutdated: v.boolean(),
  copies: v.number(),
  /** A certificate that was wrong: it stays at the case and counts no more. */
  withdrawn: v.nullable(v.object({ at: v.string(), because: v.string() })),
});

export const CaseSummary = v.object({
  caseId: v.string(),
  number: v.string(),
  service: v.picklist(serviceIds),
  state: v.picklist(caseStates),
  /** The first person's name as far as it is known; empty before. */
  name: v.string(),
  persons: v.number(),
  /** The paper it waits for at the clerk's desk; null where it waits for none. */
  awaitedProof: v.nullable(v.picklist(awaitedProofs)),
  deskId: v.nullable(v.string()),
  clerk: v.string(),
  openedAt: v.string(),
  changedAt: v.string(),
  /** What is still to do in the office; a finished case may have some. */
  openTasks: v.number(),
  /** The earliest last day among them, `YYYY-MM-DD`; null where none has one. */
  due: v.nullable(v.string()),
});

export const CaseView = v.object({
  ...CaseSummary.entries,
  serviceVersion: v.string(),
  /** Counts every change; a live message carries it, so that nobody reads twice what he has. */
  version: v.number(),
  revision: v.number(),
  channel: v.picklist(['counter', 'video']),
  policy: v.object({ profile: v.string(), basis: v.string() }),
  locale: LocaleCode,
  answers: v.record(v.string(), AnswerValue),
  /** The register's values where they differ from what is declared, by path. */
  register: v.nullable(v.record(v.string(), AnswerValue)),
  /** Paths the citizen changed since the hand-over. */
  changedByCitizen: v.array(v.string()),
  /** The citizen asked that entries are shown only at review. */
  showsAtEnd: v.boolean(),
  entitlementAssuredAt: v.nullable(v.string()),
  identifications: v.array(Identification),
  signers: v.array(v.object({ id: v.string(), role: v.picklist(signerRoles), name: v.string() })),
  acts: v.array(ActView),
  /** Of the frozen revision, while there is one. */
  comparingCode: v.nullable(v.string()),
  lease: v.nullable(v.object({ deviceId: v.string(), revision: v.number(), since: v.string() })),
  returnedBecause: v.nullable(v.string()),
  /** The citizen is done at the tablet and waits for what only the office can enter. */
  awaitsOffice: v.boolean(),
  /** Ended without a confirmation: what was filled in is deleted since then. */
  erasedAt: v.nullable(v.string()),
  /** What the citizen said when he declined, if he said anything. */
  declinedNote: v.nullable(v.string()),
  documents: v.array(DocumentView),
  /** When the citizen got the copy of what is confirmed; null while it is owed. */
  copyDeliveredAt: v.nullable(v.string()),
  tasks: v.array(
    v.object({
      taskId: v.string(),
      kind: v.string(),
      path: v.string(),
      /** The last day in time, `YYYY-MM-DD`, where the law sets one. */
      due: v.nullable(v.string()),
      openedAt: v.string(),
      doneAt: v.nullable(v.string()),
    }),
  ),
});

export const EvidenceView = v.object({
  position: v.number(),
  at: v.string(),
  actor: v.string(),
  event: v.string(),
  details: v.record(v.string(), v.string()),
  previousHash: v.string(),
  hash: v.string(),
});

/** Who stands behind the ids of a chain, for the desk alone: the evidence itself names nobody. What is gone is missing. */
export const EvidenceNames = v.object({
  staff: v.record(v.string(), v.string()),
  /** By the device's id, and by the thumbprint of its key. */
  devices: v.record(v.string(), v.string()),
  desks: v.record(v.string(), v.string()),
});
