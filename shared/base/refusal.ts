/**
 * A rule of the office says no. Each code stands once in the table below with its HTTP status and the German
 * sentence for the person; a code without them does not compile.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  /** Facts for the client, such as the paths of wrong fields. Never personal data. */
  readonly details: RefusalDetails | undefined;

  constructor(code: RefusalCode, details?: RefusalDetails) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

export type RefusalDetails = Readonly<Record<string, string | number | readonly string[]>>;
export type RefusalCode = keyof typeof refusals;

export const refusals = {
  /** The body, the query or the path does not have the shape the route describes. */
  'request-invalid': { status: 422, text: 'Das ließ sich nicht verarbeiten. Bitte laden Sie die Seite neu.' },
  /** The body is larger than the route accepts. */
  'request-too-large': { status: 413, text: 'Das ist zu viel auf einmal. Bitte kürzen Sie es.' },
  /** Nobody is signed in. Sign in and repeat. */
  'not-signed-in': { status: 401, text: 'Bitte melden Sie sich an.' },
  /** Signed in, but not with a role that may do this. */
  'role-forbidden': { status: 403, text: 'Das dürfen Sie mit Ihrer Rolle nicht. Bitte fragen Sie die Leitung.' },
  /** A write came from another origin. */
  'origin-forbidden': { status: 403, text: 'Die Anfrage kam von einer fremden Seite und wurde abgelehnt.' },
  /** No such thing, or not for this person to know of. */
  'not-found': { status: 404, text: 'Das haben wir nicht gefunden.' },
  /** The same id was used with other content. */
  'same-id-other-content': {
    status: 409,
    text: 'Hier ist schon etwas anderes gespeichert. Bitte laden Sie die Seite neu.',
  },
  /** A text has characters that no font of the documents can show; `characters` names them as `U+XXXX`. Change the text. */
  'text-not-printable': { status: 422, text: 'Ein Zeichen lässt sich nicht drucken. Bitte ersetzen Sie es.' },
  /** More documents are waiting than the office can make soon. Repeat later. */
  'documents-busy': {
    status: 503,
    text: 'Gerade entstehen sehr viele Dokumente. Bitte versuchen Sie es gleich noch einmal.',
  },
  /** A document was not finished within its time. Repeat; a second time means a fault. */
  'document-late': {
    status: 504,
    text: 'Das Dokument wurde nicht rechtzeitig fertig. Bitte versuchen Sie es noch einmal.',
  },
  /** Too many tries in a short time. `Retry-After` says how many seconds to wait. */
  'too-many-tries': { status: 429, text: 'Das waren zu viele Versuche. Bitte warten Sie einen Moment.' },
  /** No pairing code like that is open: mistyped, used, or older than ten minutes. Ask for another one. */
  'pairing-code-wrong': {
    status: 403,
    text: 'Dieser Code stimmt nicht oder ist abgelaufen. Bitte lassen Sie sich einen neuen zeigen.',
  },
  /** The proof of the key does not fit: wrong key, wrong text, or a challenge that is used up or too old. */
  'device-proof-wrong': { status: 403, text: 'Das Tablet konnte sich nicht ausweisen. Bitte koppeln Sie es neu.' },
  /** The device was blocked by the office. Pair it anew. */
  'device-revoked': { status: 403, text: 'Dieses Tablet ist gesperrt. Um es wieder zu benutzen, koppeln Sie es neu.' },
  /** The demo sign-in exists in the demo office only. */
  'demo-only': { status: 404, text: 'Das gibt es nur im Demo-Amt.' },
  /** The action does not belong to the state the case is in. Read the case again. */
  'case-not-in-state': {
    status: 409,
    text: 'Das geht im jetzigen Stand des Vorgangs nicht. Bitte sehen Sie nach, was sich geändert hat.',
  },
  /** A revision is frozen for confirming; nobody writes until it is left or recalled. */
  'case-leased': { status: 409, text: 'Der Vorgang wird gerade am Tablet geprüft. Holen Sie ihn zuerst zurück.' },
  /** The desk took the case back while the tablet still showed it. Show the idle screen. */
  'case-recalled': { status: 409, text: 'Ihre Sachbearbeitung hat den Vorgang zurückgeholt.' },
  /** What the register gave is older than 15 minutes, was asked for in another session, or began another case. Search again. */
  'register-search-stale': {
    status: 409,
    text: 'Diese Auskunft aus dem Melderegister gilt nicht mehr. Bitte suchen Sie noch einmal.',
  },
  /** What was typed before the recall arrived after it and is stored; the case itself is gone. Show the idle screen. */
  'answers-after-recall': {
    status: 409,
    text: 'Ihre Sachbearbeitung hat den Vorgang zurückgeholt. Ihre letzten Angaben sind gespeichert.',
  },
  /** Another case lies on the desk's tablet. End or recall it first. */
  'desk-busy': { status: 409, text: 'Auf dem Tablet dieses Platzes liegt noch ein anderer Vorgang.' },
  /** No tablet is paired to the desk. */
  'desk-without-tablet': { status: 409, text: 'Mit diesem Platz ist kein Tablet gekoppelt.' },
  /** The tablet that holds the lease does not answer, so a recall would not be open. A lead may override. */
  'tablet-unreachable': {
    status: 409,
    text: 'Das Tablet ist gerade nicht erreichbar. Nur die Leitung kann den Vorgang freigeben.',
  },
  /** The tablet that holds the lease answers: recall openly instead of overriding. */
  'tablet-reachable': { status: 409, text: 'Das Tablet ist erreichbar. Holen Sie den Vorgang dort zurück.' },
  /** Somebody who has to confirm was not identified; `persons` names them by id. */
  'identification-missing': { status: 409, text: 'Bitte vermerken Sie zuerst, wie sich die Person ausgewiesen hat.' },
  /** § 23 Abs. 4 BMG: relatives' data only after assurance and instruction. */
  'entitlement-missing': {
    status: 409,
    text: 'Bitte versichern Sie zuerst, dass Sie die Daten Ihrer Angehörigen entgegennehmen dürfen.',
  },
  /** The definition has no place for the path or the value; `fields` names the paths. */
  'answer-unknown': { status: 422, text: 'Dafür gibt es in diesem Formular kein passendes Feld.' },
  /** The field is the office's to fill in. */
  'answer-by-office': { status: 403, text: 'Dieses Feld füllt Ihre Sachbearbeitung aus.' },
  /** Errors remain; `fields` names their paths. */
  'findings-open': { status: 409, text: 'Einige Angaben fehlen noch oder passen nicht zusammen.' },
  /** Two signers have the same id. */
  'signers-ambiguous': { status: 422, text: 'Wer bestätigt, darf nur einmal genannt sein.' },
  /** Somebody still has to confirm; `signers` names them by id. */
  'confirmation-missing': { status: 409, text: 'Es haben noch nicht alle bestätigt.' },
  /** A Handzeichen stands without the clerk's word about who made it; `signers` names whose. Write it and repeat. */
  'mark-note-missing': {
    status: 409,
    text: 'Zu einem Handzeichen fehlt noch Ihr Vermerk: wer es gesetzt hat und woran Sie das erkannt haben.',
  },
  /** What is sent as an act is none, or says more or less than an act may. */
  'act-unreadable': { status: 422, text: 'Die Bestätigung ließ sich nicht lesen. Bitte bestätigen Sie noch einmal.' },
  /** The act is signed by another key than the tablet's of this desk. */
  'act-key-foreign': { status: 403, text: 'Die Bestätigung kommt nicht vom Tablet dieses Platzes.' },
  /** The tablet was taken out of service. */
  'act-key-revoked': { status: 403, text: 'Dieses Tablet ist gesperrt. Bitte fragen Sie am Schalter.' },
  /** The signature of the device does not fit what it signs. */
  'act-signature-wrong': { status: 422, text: 'Die Bestätigung kam verändert an. Bitte bestätigen Sie noch einmal.' },
  /** The challenge is not the lease's, was used, or is too old. Start the review again. */
  'act-challenge-stale': {
    status: 409,
    text: 'Seit der Prüfung ist zu viel Zeit vergangen. Bitte prüfen Sie noch einmal.',
  },
  /** The act confirms a revision that is no longer in review here. */
  'act-revision-outdated': {
    status: 409,
    text: 'Die Angaben haben sich inzwischen geändert. Bitte prüfen Sie noch einmal.',
  },
  /** The act confirms another text than the one on record (§ 3a Abs. 5 VwVfG). */
  'act-declaration-differs': {
    status: 409,
    text: 'Bestätigt wurde ein anderer Text als der gespeicherte. Bitte prüfen Sie noch einmal.',
  },
  /** The person does not have to confirm this declaration. */
  'act-signer-unknown': { status: 422, text: 'Diese Person muss hier nicht bestätigen.' },
  /** The person has confirmed this revision already. */
  'act-repeated': { status: 409, text: 'Diese Person hat schon bestätigt.' },
  /** Parts of the declaration were not seen to their end; `sections` names them. */
  'act-sections-unseen': { status: 409, text: 'Bitte prüfen Sie die gesamte Erklärung, bevor Sie bestätigen.' },
  /** A drawing is missing where one was made, or there where none was. */
  'act-drawing-misplaced': {
    status: 422,
    text: 'Die Unterschrift passt nicht zur Art der Bestätigung. Bitte bestätigen Sie noch einmal.',
  },
  /** The drawing is not the one the act names. */
  'act-drawing-differs': {
    status: 422,
    text: 'Die Unterschrift kam verändert an. Bitte unterschreiben Sie noch einmal.',
  },
  /** The points of the drawing are not evenly spaced: they would tell how fast the hand moved. */
  'act-drawing-uneven': {
    status: 422,
    text: 'Die Unterschrift enthält mehr als ihre Linien und wird nicht angenommen. Bitte unterschreiben Sie noch einmal.',
  },
  /**
   * The case was taken back before the act arrived, or the tablet had no network for longer than its challenge lasts.
   * The act is kept as evidence and a task, and confirms nothing.
   */
  'act-after-recall': {
    status: 409,
    text: 'Der Vorgang lag nicht mehr auf diesem Tablet. Ihre Bestätigung ist aufbewahrt, gilt aber nicht.',
  },
  /** Only a mark takes a note. */
  'note-misplaced': { status: 409, text: 'Ein Vermerk gehört nur zu einem Handzeichen.' },
  /** The scanner has no such sheet any more, or it is no PDF we can keep. */
  'scan-unusable': {
    status: 409,
    text: 'Dieser Scan ist nicht mehr da oder lässt sich nicht verwenden. Bitte scannen Sie das Blatt noch einmal.',
  },
  /** The printer said no; nothing was recorded. Try again or use the QR code. */
  'printer-failed': { status: 503, text: 'Der Drucker antwortet nicht. Bitte versuchen Sie es noch einmal.' },
  /** The seal's certificate was revoked. Nothing is sealed until the administrator has set up another one. */
  'seal-revoked': { status: 503, text: 'Das Zertifikat des Siegels wurde gesperrt. Es wird nichts gesiegelt.' },
  /** The seal's certificate has expired, or does not begin yet. The administrator sets up another one. */
  'seal-not-valid': { status: 503, text: 'Das Zertifikat des Siegels gilt zurzeit nicht. Es wird nichts gesiegelt.' },
  /** For a day nobody has said whether the certificate holds. Sealing goes on by itself once somebody does. */
  'seal-status-unknown': {
    status: 503,
    text: 'Zurzeit lässt sich nicht feststellen, ob das Zertifikat des Siegels noch gilt. Gesiegelt wird, sobald das feststeht.',
  },
  /** The document is still being made. Wait for the live message. */
  'document-pending': { status: 409, text: 'Das Dokument wird gerade erstellt. Einen Moment noch.' },
  /** The office gave up making the document. Try again; a task says why. */
  'document-failed': {
    status: 409,
    text: 'Das Dokument ist nicht entstanden. Bitte versuchen Sie es noch einmal.',
  },
  /** Only a certificate that is there is withdrawn; a declaration is what somebody said. */
  'not-a-certificate': { status: 409, text: 'Zurückziehen lässt sich nur eine fertige Bescheinigung.' },
  /** The certificate was withdrawn and is not handed out any more. Issue it anew. */
  'document-withdrawn': {
    status: 409,
    text: 'Diese Bescheinigung ist zurückgezogen. Bitte stellen Sie sie neu aus.',
  },
  /** A case is about one person at least. */
  'last-person': { status: 409, text: 'Eine Person muss im Vorgang bleiben.' },
  /** Unknown, used, worn out or expired, and the answer does not say which. */
  'copy-gone': { status: 410, text: 'Dieser Link gilt nicht mehr. Bitte fragen Sie am Schalter nach Ihrer Kopie.' },
  /** Not the date of birth of the first person. `triesLeft` counts down. */
  'birth-date-wrong': { status: 403, text: 'Das Geburtsdatum stimmt nicht. Bitte prüfen Sie es.' },
  /** Without a full date of birth nobody could open the link. Print instead. */
  'copy-needs-birth-date': { status: 409, text: 'Ohne vollständiges Geburtsdatum gibt es die Kopie nur gedruckt.' },
} as const satisfies Record<string, { status: number; text: string }>;
