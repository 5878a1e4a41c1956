import type { RuleEntry } from './rule-finding.ts';

/** Findings about persons: who declares, who may be registered together, names, nationality, papers, objections. */
export const personFindings = {
  'under-16-declares': {
    severity: 'error',
    rule: 'R-015',
    basis: '§ 17 Abs. 3 BMG',
    text: {
      de: 'Unter 16 Jahren meldet die Person an, in deren Wohnung das Kind einzieht.',
      plain: 'Sie sind noch nicht 16 Jahre alt. Ein Erwachsener aus der Wohnung muss Sie anmelden.',
      en: 'Under the age of 16, the person into whose dwelling the child moves has to register it.',
    },
  },
  'child-with-householder': {
    severity: 'warning',
    rule: 'R-017',
    basis: '§ 17 Abs. 3, § 22 Abs. 2 BMG',
    text: {
      de: 'Das Kind zieht nicht bei seinen Sorgeberechtigten ein. Bitte zeigen Sie uns, dass sie einverstanden sind.',
      plain: 'Das Kind zieht nicht zu seinen Eltern. Bitte zeigen Sie uns, dass die Eltern einverstanden sind.',
      en: 'The child does not move in with those who have custody. Please show us that they agree.',
    },
  },
  'newborn-with-parents': {
    severity: 'error',
    rule: 'R-018',
    basis: '§ 17 Abs. 3 Satz 2, Abs. 4 BMG',
    text: {
      de: 'Dieses Kind müssen Sie nicht anmelden: Das Standesamt meldet uns die Geburt.',
      plain: 'Das Baby müssen Sie nicht anmelden. Das macht das Standesamt.',
      en: 'You need not register this child: the registry office tells us of the birth.',
    },
  },
  'guardian-must-declare': {
    severity: 'warning',
    rule: 'R-021',
    basis: '§ 17 Abs. 3 Satz 3 BMG',
    text: {
      de: 'Bestimmt die Betreuung über den Aufenthalt, meldet die Betreuerin oder der Betreuer an, mit Ausweis und Urkunde.',
      plain: 'Ihre Betreuerin oder Ihr Betreuer muss Sie anmelden.',
      en: 'Where a guardian decides on the place of residence, the guardian has to register the person.',
    },
  },
  'entitlement-missing': {
    severity: 'error',
    rule: 'R-024',
    basis: '§ 23 Abs. 4 Satz 3 und 4 BMG',
    text: {
      de: 'Bevor die Daten der anderen erscheinen, brauchen wir Ihre Versicherung, dass Sie dazu berechtigt sind.',
      plain: 'Sie melden auch andere an. Dafür müssen Sie vorher sagen: Ich darf das.',
      en: 'Before the data of the others appear, we need your assurance that you are entitled to them.',
    },
  },
  'different-move': {
    severity: 'error',
    rule: 'R-025',
    basis: '§ 23 Abs. 4 Satz 1 BMG',
    text: {
      de: 'Gemeinsam anmelden können sich nur Personen mit derselben alten und neuen Wohnung und demselben Einzugstag. Wir öffnen eine eigene Anmeldung.',
      plain:
        'Diese Person kommt aus einer anderen Wohnung oder an einem anderen Tag. Sie braucht eine eigene Anmeldung.',
      en: 'Only persons with the same old and new dwelling and day of moving in can register together. This person needs a registration of their own.',
    },
  },
  'not-family': {
    severity: 'error',
    rule: 'R-026',
    basis: '§ 23 Abs. 4 Satz 1 BMG',
    text: {
      de: 'Gemeinsam anmelden können sich nur Ehegatten, Lebenspartner und Familienangehörige. Wir öffnen eine eigene Anmeldung.',
      plain: 'Diese Person gehört nicht zur Familie. Sie braucht eine eigene Anmeldung.',
      en: 'Only spouses, civil partners and relatives can register together. This person needs a registration of their own.',
    },
  },
  'first-person-unclear': {
    severity: 'error',
    text: {
      de: 'Genau eine Person steht an erster Stelle. Bitte berichtigen Sie das Verhältnis der Personen.',
      plain: 'Nur die erste Person ist „die erste Person“. Das berichtigt jemand vom Amt.',
      en: 'Exactly one person comes first. The relations between the persons need correcting.',
    },
  },
  'relative-not-in-form': {
    severity: 'warning',
    text: {
      de: 'Diese Angehörigen ziehen mit ein, stehen aber nicht in dieser Anmeldung. Wir nehmen sie noch auf.',
      plain: 'Diese Person aus Ihrer Familie fehlt noch auf dem Formular. Wir schreiben sie dazu.',
      en: 'These relatives move in too, but are not in this registration. We should add them.',
    },
  },
  'objection-of-other-adult': {
    severity: 'warning',
    basis: '§ 42 Abs. 3, § 50 Abs. 5 BMG',
    only: 'clerk',
    text: {
      de: 'Über Widersprüche entscheidet jede erwachsene Person selbst. Sie bestätigt ihren Teil mit.',
      plain: 'Das entscheidet jede erwachsene Person selbst.',
      en: 'Every adult decides on objections for themselves and confirms their part.',
    },
  },
  'birth-in-future': {
    severity: 'error',
    basis: '§ 3 Abs. 1 Nr. 6 BMG',
    text: {
      de: 'Das Geburtsdatum liegt in der Zukunft.',
      plain: 'Dieser Tag kommt erst noch. Bitte prüfen Sie das Geburtsdatum.',
      en: 'The date of birth lies in the future.',
    },
  },
  'birth-long-ago': {
    severity: 'warning',
    basis: '§ 3 Abs. 1 Nr. 6 BMG',
    text: {
      de: 'Das Geburtsdatum liegt mehr als 120 Jahre zurück. Stimmt es?',
      plain: 'Das Geburtsdatum ist mehr als 120 Jahre her. Stimmt das?',
      en: 'The date of birth is more than 120 years ago. Is it right?',
    },
  },
  'birth-date-partial': {
    severity: 'info',
    rule: 'R-089',
    only: 'clerk',
    text: {
      de: 'Das Geburtsdatum ist nur zum Teil bekannt. Altersgrenzen werden nach dem spätesten möglichen Tag geprüft.',
      plain: 'Das Geburtsdatum ist nicht ganz bekannt.',
      en: 'The date of birth is known only in part. Age limits are checked against the latest possible day.',
    },
  },
  'used-name-not-given': {
    severity: 'error',
    rule: 'R-093',
    basis: '§ 3 Abs. 1 Nr. 3 BMG',
    text: {
      de: 'Der gebräuchliche Vorname muss einer der Vornamen sein: {names}.',
      plain: 'Dieser Name steht nicht bei Ihren Vornamen. Möglich sind: {names}.',
      en: 'The name you use must be one of your given names: {names}.',
    },
  },
  'doctorate-with-professor': {
    severity: 'error',
    rule: 'R-094',
    basis: '§ 3 Abs. 1 Nr. 4 BMG',
    text: {
      de: 'Ins Register kommt nur der Doktorgrad, bitte also „{suggestion}“.',
      plain: 'Bitte schreiben Sie hier nur: {suggestion}',
      en: 'Only the doctorate is registered, so please write “{suggestion}”.',
    },
  },
  'doctorate-unknown': {
    severity: 'error',
    rule: 'R-094',
    basis: '§ 3 Abs. 1 Nr. 4 BMG',
    text: {
      de: 'Hier steht nur ein Doktorgrad, zum Beispiel „Dr.“ oder „Dr. h. c.“. Andere Titel kommen nicht ins Register.',
      plain: 'Hier darf nur ein Doktor-Titel stehen, zum Beispiel: Dr.',
      en: 'Only a doctorate can stand here, such as “Dr.”. Other titles are not registered.',
    },
  },
  'marriage-date-missing': {
    severity: 'warning',
    rule: 'R-095',
    basis: '§ 3 Abs. 1 Nr. 14 BMG',
    text: {
      de: 'Tag und Ort der Eheschließung fehlen noch. Sie können sie mit einer Urkunde nachreichen.',
      plain: 'Wann und wo war die Hochzeit? Sie können die Urkunde auch später zeigen.',
      en: 'Day and place of the marriage are missing. You can hand them in later with a certificate.',
    },
  },
  'nationality-missing': {
    severity: 'error',
    rule: 'R-096',
    basis: '§ 3 Abs. 1 Nr. 10 BMG',
    text: {
      de: 'Bitte geben Sie mindestens eine Staatsangehörigkeit an. Wer keine hat, wählt „staatenlos“.',
      plain: 'Aus welchem Land ist Ihr Pass? Bitte wählen Sie es aus.',
      en: 'Please state at least one nationality. If you have none, choose “stateless”.',
    },
  },
  'nationality-alone': {
    severity: 'error',
    rule: 'R-096',
    basis: '§ 3 Abs. 1 Nr. 10 BMG',
    text: {
      de: '„{name}“ kann nicht neben einer anderen Staatsangehörigkeit stehen.',
      plain: 'Bitte wählen Sie entweder „{name}“ oder ein Land, nicht beides.',
      en: '“{name}” cannot stand beside another nationality.',
    },
  },
  'nationality-by-clerk': {
    severity: 'warning',
    rule: 'R-096',
    basis: '§ 3 Abs. 1 Nr. 10 BMG',
    only: 'clerk',
    text: {
      de: '„{name}“ trägt nur die Meldebehörde ein. Bitte prüfen Sie die Papiere.',
      plain: '„{name}“ trägt nur das Amt ein.',
      en: '“{name}” is entered by the office only.',
    },
  },
  'document-expired': {
    severity: 'warning',
    rule: 'R-087',
    basis: '§ 23 Abs. 1 BMG',
    text: {
      de: 'Dieser Ausweis ist am {day} abgelaufen. Bitte zeigen Sie einen gültigen Ausweis oder Pass.',
      plain: 'Dieser Ausweis gilt nicht mehr. Haben Sie einen anderen, der noch gilt?',
      en: 'This document expired on {day}. Please show a valid one.',
    },
  },
  'documents-all-expired': {
    severity: 'warning',
    rule: 'R-088',
    basis: '§ 1 PAuswG, § 23 Abs. 1 BMG',
    text: {
      de: 'Kein Ausweis gilt mehr. Wir prüfen Ihre Identität auf anderem Weg. Deutsche brauchen bald einen neuen Ausweis.',
      plain: 'Kein Ausweis gilt mehr. Wir finden einen anderen Weg. Bitte beantragen Sie bald einen neuen.',
      en: 'No document is valid any more. We will check your identity in another way. Please apply for a new one soon.',
    },
  },
  'document-missing': {
    severity: 'warning',
    basis: '§ 3 Abs. 1 Nr. 17, § 23 Abs. 1 BMG',
    only: 'clerk',
    text: {
      de: 'Ab 16 Jahren gehört mindestens ein Ausweis zur Anmeldung.',
      plain: 'Hier fehlt noch ein Ausweis.',
      en: 'From the age of 16, at least one document belongs to the registration.',
    },
  },
  'objection-bundeswehr-gone': {
    severity: 'info',
    rule: 'R-080',
    basis: '§ 36 BMG',
    text: {
      de: 'Einen Widerspruch zur Bundeswehr gibt es im Gesetz nicht mehr. Er wird nicht eingetragen.',
      plain: 'Diesen Widerspruch gibt es nicht mehr.',
      en: 'The objection concerning the armed forces no longer exists in the law. It is not entered.',
    },
  },
  'objection-address-books-gone': {
    severity: 'info',
    rule: 'R-081',
    basis: '§ 50 BMG',
    text: {
      de: 'Einen Widerspruch zu Adressbuchverlagen gibt es im Gesetz nicht mehr. Er wird nicht eingetragen.',
      plain: 'Diesen Widerspruch gibt es nicht mehr.',
      en: 'The objection concerning address book publishers no longer exists in the law. It is not entered.',
    },
  },
  'objection-same-religion': {
    severity: 'info',
    rule: 'R-082',
    basis: '§ 42 Abs. 3 BMG',
    text: {
      de: 'Dieser Widerspruch wirkt nur, wenn Familienangehörige einer anderen Religionsgesellschaft angehören als Sie.',
      plain: 'Ihre Familie hat dieselbe Religion wie Sie. Dann ändert dieser Widerspruch nichts.',
      en: 'This objection has an effect only where relatives belong to another religious society than you.',
    },
  },
  'persons-missing': {
    severity: 'error',
    text: {
      de: 'Zu einer Anmeldung gehört mindestens eine Person.',
      plain: 'Es fehlt noch eine Person.',
      en: 'A registration needs at least one person.',
    },
  },
} as const satisfies Record<string, RuleEntry>;
