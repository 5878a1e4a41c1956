import type { RuleEntry } from './rule-finding.ts';

/** Findings about persons: who declares, who may be registered together, names, nationality, papers, objections. */
export const personFindings = {
  'under-16-declares': {
    severity: 'error',
    rule: 'R-015',
    basis: '§ 17 Abs. 3 BMG',
    text: {
      de: 'Wer unter 16 Jahre alt ist, wird von der Person angemeldet, in deren Wohnung sie oder er einzieht.',
      plain: 'Sie sind jünger als 16 Jahre.\nEine Person aus der neuen Wohnung muss Sie anmelden.',
      en: 'Anyone under 16 is registered by the person into whose dwelling they move.',
    },
  },
  'child-with-householder': {
    severity: 'warning',
    rule: 'R-017',
    basis: '§ 17 Abs. 3, § 22 Abs. 2 BMG',
    text: {
      de: 'Das Kind zieht nicht bei seinen Sorgeberechtigten ein. Bitte zeigen Sie uns einen Beleg, dass sie einverstanden sind.',
      plain:
        'Das Kind wohnt dann nicht bei den Eltern.\nErlauben die Eltern das?\nBitte zeigen Sie uns dazu ein Papier.',
      en: 'The child is not moving in with those who have custody. Please show us proof that they agree.',
    },
  },
  'newborn-with-parents': {
    severity: 'error',
    rule: 'R-018',
    basis: '§ 17 Abs. 3 Satz 2, Abs. 4 BMG',
    text: {
      de: 'Dieses Kind müssen Sie nicht anmelden: Das Standesamt meldet uns die Geburt.',
      plain: 'Das Baby müssen Sie nicht anmelden.\nDas macht das Standesamt.',
      en: 'You need not register this child: the registry office tells us of the birth.',
    },
  },
  'newborn-with-one-parent': {
    severity: 'warning',
    rule: 'R-018',
    basis: '§ 17 Abs. 3 Satz 2, Abs. 4 BMG',
    text: {
      de: 'Wohnt das Kind bei seiner Mutter, müssen Sie es nicht anmelden: Das Standesamt meldet uns die Geburt. Bitte sprechen Sie uns an.',
      plain: 'Wohnt das Baby bei seiner Mutter?\nDann müssen Sie es nicht anmelden.\nDas macht das Standesamt.',
      en: 'If the child lives with its mother, you need not register it: the registry office tells us of the birth. Please speak to us.',
    },
  },
  'authorised-declares': {
    severity: 'warning',
    basis: '§ 14 Abs. 1 VwVfG, § 23 Abs. 1 Satz 2 BMG',
    only: 'clerk',
    text: {
      de: 'Bitte die Vollmacht prüfen. Wer umzieht, erscheint hier nicht persönlich: Ob die elektronische Bestätigung genügt oder diese Person den Meldeschein selbst unterschreibt, entscheiden Sie.',
      plain: 'Eine andere Person kommt mit einer Vollmacht.\nDas Amt prüft die Vollmacht.',
      en: 'Please check the power of attorney. Whoever moves is not here in person: you decide whether the electronic confirmation is enough or that person signs the form.',
    },
  },
  'guardian-must-declare': {
    severity: 'warning',
    rule: 'R-021',
    basis: '§ 17 Abs. 3 Satz 3 BMG',
    text: {
      de: 'Die rechtliche Betreuung bestimmt über den Aufenthalt. Dann meldet die Betreuerin oder der Betreuer an, mit Ausweis und Betreuerausweis.',
      plain: 'Ihre Betreuerin oder Ihr Betreuer muss Sie anmelden.\nBitte kommen Sie zusammen.',
      en: 'The legal guardian decides on the place of residence. The guardian then has to register the person, with identity document and certificate of guardianship.',
    },
  },
  'entitlement-missing': {
    severity: 'error',
    rule: 'R-024',
    basis: '§ 23 Abs. 4 Satz 3 und 4 BMG',
    text: {
      de: 'Bevor die Daten der anderen erscheinen, versichern Sie bitte, dass Sie sie entgegennehmen dürfen.',
      plain: 'Sie melden auch andere Menschen an.\nVersichern Sie bitte zuerst: Ich darf die Daten bekommen.',
      en: 'Before the data of the others appear, please give your assurance that you may receive them.',
    },
  },
  'different-move': {
    severity: 'error',
    rule: 'R-025',
    basis: '§ 23 Abs. 4 Satz 1 BMG',
    text: {
      de: 'Gemeinsam anmelden können sich nur Personen mit derselben bisherigen und neuen Wohnung und demselben Einzugsdatum. Diese Person braucht eine eigene Anmeldung.',
      plain:
        'Diese Person kommt aus einer anderen Wohnung.\nOder sie kommt an einem anderen Tag.\nSie braucht eine eigene Anmeldung.',
      en: 'Only persons with the same previous and new dwelling and the same day of moving in can register together. This person needs a registration of their own.',
    },
  },
  'not-family': {
    severity: 'error',
    rule: 'R-026',
    basis: '§ 23 Abs. 4 Satz 1 BMG',
    text: {
      de: 'Gemeinsam anmelden können sich nur Ehegatten, Lebenspartner und Familienangehörige. Diese Person braucht eine eigene Anmeldung.',
      plain: 'Zusammen anmelden können sich nur Familien.\nDiese Person braucht eine eigene Anmeldung.',
      en: 'Only spouses, civil partners and family members can register together. This person needs a registration of their own.',
    },
  },
  'first-person-unclear': {
    severity: 'error',
    text: {
      de: 'Genau eine Person steht an erster Stelle. Die Sachbearbeitung berichtigt das Verhältnis der Personen.',
      plain: 'Bei der Familie stimmt etwas nicht.\nDas ändert das Amt.',
      en: 'Exactly one person comes first. Your clerk will correct the relations between the persons.',
    },
  },
  'relative-not-in-form': {
    severity: 'warning',
    text: {
      de: 'Diese Familienangehörigen ziehen mit ein, fehlen aber in dieser Anmeldung. Wir nehmen sie noch auf.',
      plain: 'Hier fehlt noch jemand aus Ihrer Familie.\nWir schreiben die Person dazu.',
      en: 'These family members are moving in too, but are not in this registration. We will add them.',
    },
  },
  'objection-of-other-adult': {
    severity: 'warning',
    basis: '§ 42 Abs. 3, § 50 Abs. 5 BMG',
    only: 'clerk',
    text: {
      de: 'Über Widersprüche entscheidet jede erwachsene Person selbst. Sie bestätigt ihren Teil mit.',
      plain: 'Das entscheidet jede erwachsene Person selbst.',
      en: 'Every adult decides on objections for themselves and confirms their own part.',
    },
  },
  'birth-in-future': {
    severity: 'error',
    basis: '§ 3 Abs. 1 Nr. 6 BMG',
    text: {
      de: 'Das Geburtsdatum liegt in der Zukunft.',
      plain: 'Dieser Tag kommt erst noch.\nBitte prüfen Sie das Geburts-Datum.',
      en: 'The date of birth is in the future.',
    },
  },
  'birth-long-ago': {
    severity: 'warning',
    basis: '§ 3 Abs. 1 Nr. 6 BMG',
    text: {
      de: 'Das Geburtsdatum liegt mehr als 120 Jahre zurück. Stimmt es?',
      plain: 'Das Geburts-Datum ist mehr als 120 Jahre her.\nStimmt das?',
      en: 'The date of birth is more than 120 years ago. Is that right?',
    },
  },
  'birth-date-partial': {
    severity: 'info',
    rule: 'R-089',
    only: 'clerk',
    text: {
      de: 'Das Geburtsdatum ist nur zum Teil bekannt. Altersgrenzen werden nach dem spätesten möglichen Tag geprüft.',
      plain: 'Das Geburts-Datum ist nicht ganz bekannt.',
      en: 'The date of birth is known only in part. Age limits are checked against the latest possible day.',
    },
  },
  'used-name-not-given': {
    severity: 'error',
    rule: 'R-093',
    basis: '§ 3 Abs. 1 Nr. 3 BMG',
    text: {
      de: 'Der gebräuchliche Vorname muss einer der Vornamen sein: {names}.',
      plain: 'Dieser Name fehlt bei Ihren Vornamen.\nMöglich sind: {names}.',
      en: 'The name you use must be one of your given names: {names}.',
    },
  },
  'doctorate-with-professor': {
    severity: 'error',
    rule: 'R-094',
    basis: '§ 3 Abs. 1 Nr. 4 BMG',
    text: {
      de: 'Ins Melderegister kommt nur der Doktorgrad. Bitte schreiben Sie „{suggestion}“.',
      plain: 'Bitte schreiben Sie hier nur: {suggestion}',
      en: 'Only a doctorate goes into the register. Please write “{suggestion}”.',
    },
  },
  'doctorate-unknown': {
    severity: 'error',
    rule: 'R-094',
    basis: '§ 3 Abs. 1 Nr. 4 BMG',
    text: {
      de: 'Hier steht nur ein Doktorgrad, zum Beispiel „Dr.“ oder „Dr. h. c.“. Andere Titel kommen nicht ins Melderegister.',
      plain: 'Hier steht nur der Doktortitel.\nZum Beispiel: Dr.',
      en: 'Only a doctorate can stand here, such as “Dr.”. Other titles do not go into the register.',
    },
  },
  'marriage-date-missing': {
    severity: 'warning',
    rule: 'R-095',
    basis: '§ 3 Abs. 1 Nr. 14 BMG',
    text: {
      de: 'Tag oder Ort der Eheschließung fehlt noch. Sie können eine Urkunde nachreichen.',
      plain: 'Wann war die Hochzeit?\nWo war die Hochzeit?\nSie können uns das Papier auch später zeigen.',
      en: 'The date or place of the marriage is missing. You can hand in a certificate later.',
    },
  },
  'nationality-missing': {
    severity: 'error',
    rule: 'R-096',
    basis: '§ 3 Abs. 1 Nr. 10 BMG',
    text: {
      de: 'Bitte geben Sie mindestens eine Staatsangehörigkeit an. Wer keine hat, wählt „staatenlos“.',
      plain:
        'Aus welchem Land ist Ihr Pass?\nBitte wählen Sie das Land aus.\nSie haben kein Land? Dann wählen Sie „staatenlos“.',
      en: 'Please enter at least one nationality. If you have none, choose “stateless”.',
    },
  },
  'nationality-alone': {
    severity: 'error',
    rule: 'R-096',
    basis: '§ 3 Abs. 1 Nr. 10 BMG',
    text: {
      de: '„{name}“ kann nicht neben einer anderen Staatsangehörigkeit stehen.',
      plain: 'Bitte wählen Sie nur eins:\n„{name}“ oder ein Land.',
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
      plain:
        'Dieser Ausweis ist am {day} abgelaufen.\nBitte zeigen Sie uns einen anderen Ausweis.\nOder zeigen Sie uns einen Pass.',
      en: 'This document expired on {day}. Please show a valid identity card or passport.',
    },
  },
  'documents-all-expired': {
    severity: 'warning',
    rule: 'R-088',
    basis: '§ 1 PAuswG, § 23 Abs. 1 BMG',
    text: {
      de: 'Kein Ausweis gilt mehr. Wir stellen auf anderem Weg fest, wer Sie sind. Bitte beantragen Sie bald einen neuen.',
      plain:
        'Ihre Ausweise sind abgelaufen.\nWir finden einen anderen Weg.\nBitte beantragen Sie bald einen neuen Ausweis.',
      en: 'None of the documents is valid any more. We will establish who you are in another way. Please apply for a new one soon.',
    },
  },
  'document-missing': {
    severity: 'warning',
    basis: '§ 3 Abs. 1 Nr. 17, § 23 Abs. 1 BMG',
    only: 'clerk',
    text: {
      de: 'Ab 16 Jahren gehört mindestens ein Ausweis zur Anmeldung.',
      plain: 'Hier fehlt noch ein Ausweis.',
      en: 'From the age of 16, at least one identity document belongs to the registration.',
    },
  },
  'objection-bundeswehr-gone': {
    severity: 'info',
    rule: 'R-080',
    basis: '§ 36 BMG',
    text: {
      de: 'Einen Widerspruch gegen die Weitergabe an die Bundeswehr sieht das Gesetz nicht mehr vor. Er wird nicht eingetragen.',
      plain: 'Diesen Widerspruch gibt es nicht mehr.\nSie müssen nichts tun.',
      en: 'The law no longer provides for an objection concerning the armed forces. It is not entered.',
    },
  },
  'objection-address-books-gone': {
    severity: 'info',
    rule: 'R-081',
    basis: '§ 50 BMG',
    text: {
      de: 'Einen Widerspruch gegen die Weitergabe an Adressbuchverlage sieht das Gesetz nicht mehr vor. Er wird nicht eingetragen.',
      plain: 'Diesen Widerspruch gibt es nicht mehr.\nSie müssen nichts tun.',
      en: 'The law no longer provides for an objection concerning publishers of address books. It is not entered.',
    },
  },
  'objection-same-religion': {
    severity: 'info',
    rule: 'R-082',
    basis: '§ 42 Abs. 3 BMG',
    text: {
      de: 'Dieser Widerspruch wirkt nur, wenn Sie nicht derselben Religionsgesellschaft angehören wie Ihre Familienangehörigen.',
      plain: 'Sie sind in der gleichen Kirche wie Ihre Familie.\nDann ändert der Widerspruch nichts.',
      en: 'This objection has an effect only if you do not belong to the same religious community as your family members.',
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
