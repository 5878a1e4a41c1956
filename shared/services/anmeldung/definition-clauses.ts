import type { Clause } from '../../forms/definition.ts';

/** What the signer assures. */
export const statements = [
  {
    id: 'correct',
    text: 'Ich versichere: Meine Angaben sind richtig und vollständig.',
    basis: '§ 23 Abs. 1 Satz 2 BMG',
  },
  {
    id: 'entitled',
    text: 'Ich versichere: Ich bin berechtigt, die Daten der anderen Personen dieser Anmeldung entgegenzunehmen und ihre Anmeldung zu erklären.',
    basis: '§ 23 Abs. 4 Satz 3 BMG',
    when: { field: 'persons', moreThan: 1 },
  },
  {
    id: 'informed-202a-stgb',
    text: 'Ich wurde belehrt: Wer sich Daten verschafft, die nicht für ihn bestimmt und gegen unberechtigten Zugang besonders gesichert sind, macht sich strafbar.',
    basis: '§ 23 Abs. 4 Satz 4 BMG, § 202a StGB',
    when: { field: 'persons', moreThan: 1 },
  },
  {
    id: 'own-home',
    text: 'Ich erkläre: Die neue Wohnung gehört mir, und ich bin selbst eingezogen.',
    basis: '§ 19 BMG',
    when: { field: 'selbstEigentuemer', is: true },
  },
] as const satisfies readonly Clause[];

/** What the signer is told. */
export const notices = [
  {
    id: 'objections',
    text: 'Sie können der Weitergabe Ihrer Daten an Religionsgesellschaften von Familienangehörigen, an Parteien und zu Jubiläen widersprechen, jederzeit und kostenlos.',
    basis: '§ 42 Abs. 3, § 50 Abs. 5 BMG',
  },
  {
    id: 'deadline',
    text: 'Wer eine Wohnung bezieht, meldet sich innerhalb von zwei Wochen an. Bei der alten Gemeinde müssen Sie sich nicht abmelden. Das erledigen wir.',
    basis: '§ 17 Abs. 1 und 2, § 33 Abs. 1 BMG',
  },
  {
    id: 'landlord',
    text: 'Der Wohnungsgeber muss den Einzug innerhalb von zwei Wochen bestätigen. Bekommen Sie die Bestätigung nicht, sagen Sie es uns gleich. Wir fragen dann beim Wohnungsgeber nach.',
    basis: '§ 19 Abs. 1 und 2 BMG',
  },
  {
    id: 'fines',
    text: 'Wer sich nicht, nicht richtig oder nicht rechtzeitig anmeldet, kann eine Geldbuße bis zu 1.000 Euro bekommen. Wer eine Anschrift für eine Anmeldung anbietet, obwohl niemand dort einzieht, bis zu 50.000 Euro.',
    basis: '§ 54 BMG',
  },
  {
    id: 'data-protection',
    text: 'Verantwortlich für Ihre Daten ist die Stadt. Wir brauchen sie, um das Melderegister zu führen. Andere Behörden bekommen sie nur, wenn ein Gesetz das vorsieht. Wie lange wir sie behalten, regeln §§ 13 bis 16 BMG. Sie haben das Recht auf Auskunft, Berichtigung, Löschung und Einschränkung und können sich beim Landesbeauftragten für den Datenschutz Baden-Württemberg beschweren. Das ausführliche Merkblatt bekommen Sie bei uns.',
    basis: 'Art. 13 DSGVO, § 2 BMG',
  },
] as const satisfies readonly Clause[];
