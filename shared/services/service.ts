import type { Day } from '../base/partial-date.ts';
import type { Locale } from '../base/locale.ts';
import type { Answers } from '../forms/answers.ts';
import type { Signer } from '../declaration/declaration.ts';
import type { ServiceDefinition } from '../forms/definition.ts';
import type { Finding } from '../forms/finding.ts';
import type { Meldebestaetigung, MeldebestaetigungCircumstances } from './anmeldung/meldebestaetigung.ts';
import type { SealedRegistration } from './anmeldung/registrations.ts';
import type { Texts } from '../forms/texts.ts';
import type { awaitedProofs } from '../wire/cases.ts';

/**
 * A service as server, tablet and desk know it. Whoever wants something of the answers that the definition alone does
 * not say asks here; nobody outside the service's folder knows the name of a field.
 */
export type Service = {
  definition: ServiceDefinition;
  texts: Texts;

  /** The fields' own checks and the rules of the law, in the order of the form. Errors keep from confirming. */
  findings(answers: Answers, facts: Facts): readonly Finding[];
  findingText(finding: Finding, locale: Locale): string;

  /** The answers a case begins with: so many persons `p1`, `p2`, …, otherwise nothing. */
  emptyAnswers(personCount: number): Answers;
  /** The answers from a record of the register for so many persons; who is protected (§ 51 BMG) is not in them. */
  fromRegister(record: Answers, personCount: number): Answers;
  /** What the register is asked with, or what is missing for asking. */
  registerQuery(answers: Answers): { query: RegisterQuery } | { findings: readonly Finding[] };

  /** The people this is about, in order. `name` is empty while it is not known. */
  personsOf(answers: Answers): readonly Person[];
  /** For the queue and the header of a case; empty while it is not known. */
  firstPersonName(answers: Answers): string;
  /** A partial date; undefined while it is not known. */
  birthDateOf(answers: Answers, personId: string): string | undefined;
  /** The persons whose identity the clerk checks and notes. */
  identifiedPersons(answers: Answers): readonly Person[];
  /** Who would confirm, one for a whole family where the law lets one; the clerk decides. */
  signerSuggestions(answers: Answers, facts: Facts): readonly Signer[];

  /** One declares for others: assurance and instruction come before their data (§ 23 Abs. 4 BMG). */
  needsEntitlement(answers: Answers): boolean;
  /** What may reach the tablet before that assurance: the signer's own data, and how many others there are. */
  withoutRelatives(answers: Answers): Answers;

  /** The last day in time; undefined while what it counts from is not known. */
  deadlineOf(answers: Answers): Day | undefined;
  /** The paper the case waits for; undefined where it waits for none, or where more than that is missing. */
  awaitedProof(answers: Answers): AwaitedProof | undefined;
  /** What the office has to do because of these answers, each once a case and path. */
  tasksOf(answers: Answers): readonly Task[];
  /** What is due once the register has the entry. */
  tasksAfterEntry(enteredOn: Day): readonly DueTask[];
  /** What the certificate says, from the entry in the register. */
  certificate(register: Answers, about: MeldebestaetigungCircumstances): Meldebestaetigung;
  /** The same for printed seals, one a person of the certificate. */
  registrations(register: Answers, about: MeldebestaetigungCircumstances): readonly SealedRegistration[];
};

/** What the rules need to know beside the answers. All of it is given; rules read no clock. */
export type Facts = {
  today: Day;
  /** Amtlicher Gemeindeschlüssel of the office. */
  officeAgs: string;
  /** The signer gave assurance and was instructed (§ 23 Abs. 4 BMG). */
  entitlementAssured: boolean;
};

export type Person = { id: string; name: string };
export type RegisterQuery = { familienname: string; vornamen: string; geburtsdatum: string; letzteAnschrift: string };

/** `path` leads to the person or field it is about; empty where it is about the whole case. */
export type Task = { kind: TaskKind; path: string; basis: string };
export type DueTask = Task & { due: Day };
/** A paper somebody has to bring. */
export type AwaitedProof = (typeof awaitedProofs)[number];
export type TaskKind = 'auskunftssperre' | 'wohnungsgeber-refused' | 'wohnungsgeber-check' | 'rueckmeldung';
