import type { Clause, Condition } from '../../forms/definition.ts';

/** Who declares for somebody else assures and is instructed, § 23 Abs. 4 BMG; `needsEntitlement` asks by the same rule. */
const forOthers = {
  any: [{ field: 'persons', moreThan: 1 }, { not: { field: 'rolle', is: 'self' } }],
} as const satisfies Condition;

/** What the signer assures. */
export const statements = [
  {
    id: 'correct',
    text: 'Ich bestätige: Alle Angaben in dieser Erklärung sind richtig und vollständig.',
    basis: '§ 23 Abs. 1 Satz 2 BMG',
  },
  {
    id: 'entitled',
    text: 'Ich versichere: Ich bin berechtigt, die Daten der übrigen meldepflichtigen Personen entgegenzunehmen.',
    basis: '§ 23 Abs. 4 Satz 3 BMG',
    when: forOthers,
  },
  {
    id: 'informed-202a-stgb',
    text: 'Ich wurde belehrt: Der unberechtigte Empfang dieser Daten unter Vorspiegelung einer Berechtigung steht nach § 202a des Strafgesetzbuchs unter Strafe. Das heißt: Wer nur vorgibt, dazu berechtigt zu sein, macht sich strafbar.',
    basis: '§ 23 Abs. 4 Satz 4 BMG, § 202a StGB',
    when: forOthers,
  },
  {
    id: 'own-home',
    text: 'Ich erkläre: Die neue Wohnung gehört mir, und ich bin selbst dort eingezogen.',
    basis: '§ 19 BMG',
    when: { field: 'selbstEigentuemer', is: true },
  },
] as const satisfies readonly Clause[];

/** What the signer is told. */
export const notices = [
  {
    id: 'objections',
    text: 'Sie können der Weitergabe Ihrer Daten widersprechen: erstens an die Religionsgesellschaft von Familienangehörigen, wenn Sie ihr nicht angehören; zweitens an Parteien, Wählergruppen und andere Träger von Wahlvorschlägen vor Wahlen und Abstimmungen; drittens an Mandatsträger, Presse und Rundfunk zu Alters- und Ehejubiläen. Das geht jederzeit und kostet nichts.',
    basis: '§ 42 Abs. 3 Satz 2, § 50 Abs. 5 BMG',
  },
  {
    id: 'deadline',
    text: 'Wer eine Wohnung bezieht, muss sich innerhalb von zwei Wochen nach dem Einzug anmelden. Bei Ihrer bisherigen Gemeinde müssen Sie sich nicht abmelden. Das erledigen wir.',
    basis: '§ 17 Abs. 1 und 2, § 33 Abs. 1 BMG',
  },
  {
    id: 'landlord',
    text: 'Der Wohnungsgeber muss den Einzug innerhalb von zwei Wochen nach dem Einzug bestätigen. Bekommen Sie die Wohnungsgeberbestätigung nicht oder nicht rechtzeitig, müssen Sie uns das unverzüglich mitteilen. Wir fragen dann beim Wohnungsgeber nach.',
    basis: '§ 19 Abs. 1 und 2 BMG',
  },
  {
    id: 'fines',
    text: 'Wer sich vorsätzlich oder fahrlässig nicht, nicht richtig oder nicht rechtzeitig anmeldet, muss mit einer Geldbuße bis zu 1.000 Euro rechnen. Wer anderen für eine Anmeldung eine Anschrift anbietet oder überlässt, obwohl dort niemand einzieht oder einziehen will, muss mit einer Geldbuße bis zu 50.000 Euro rechnen.',
    basis: '§ 19 Abs. 6, § 54 BMG',
  },
  {
    id: 'data-protection',
    text: 'Verantwortlich für Ihre Daten ist die Stadt als Meldebehörde. Wir brauchen die Daten, um das Melderegister zu führen. Das Gesetz verpflichtet Sie zu diesen Angaben; freiwillig sind nur die Widersprüche und die Auskunftssperre. Andere Stellen bekommen Daten nur, wenn ein Gesetz das vorsieht. Wie lange wir sie behalten, regeln die §§ 13 bis 16 BMG. Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung der Verarbeitung und Widerspruch. Fragen beantwortet unsere Datenschutzstelle. Beschweren können Sie sich beim Landesbeauftragten für den Datenschutz und die Informationsfreiheit Baden-Württemberg. Das Merkblatt mit allen Einzelheiten und Kontakten bekommen Sie bei uns.',
    basis: 'Art. 6 Abs. 1 Buchst. e, Art. 13 DSGVO, §§ 2, 3, 25 BMG',
  },
] as const satisfies readonly Clause[];
