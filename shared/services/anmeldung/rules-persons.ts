import { earliestDay, isDay, partialDateOf } from '../../base/partial-date.ts';
import type { Answers, Item } from '../../forms/answers.ts';
import { codeLabel, findCode } from '../../forms/code-lists/code-list.ts';
import type { Finding } from '../../forms/finding.ts';
import { answerAt, codesAt, itemsAt, textAt } from '../../forms/paths.ts';
import { showDate } from '../../forms/show.ts';
import type { Facts } from '../service.ts';
import { doctorateOf } from './doctorate.ts';
import { declaringPerson, mayBeUnder } from './people.ts';
import { ruleFinding } from './rule-finding.ts';
import { familyRules } from './rules-family.ts';
import { objectionRules } from './rules-rights.ts';

/** Every person (§ 3 Abs. 1 BMG), who declares for them (§ 17 Abs. 3) and who registers together (§ 23 Abs. 4). */
export function personRules(answers: Answers, facts: Facts): readonly Finding[] {
  const persons = itemsAt(answers, 'persons');
  if (persons.length === 0) return [ruleFinding('persons-missing', 'persons')];
  return [
    ...declarantRules(answers, facts),
    ...persons.flatMap((person, at) => {
      const path = `persons.${person.id}`;
      return [
        ...togetherRules(person, path, at === 0),
        ...birthRules(person, path, facts),
        ...nameRules(person, path),
        ...nationalityRules(person, path),
        ...familyRules(answers, person, path),
        ...documentRules(person, path, facts),
      ];
    }),
    ...objectionRules(answers, facts),
  ];
}

function declarantRules(answers: Answers, { today, entitlementAssured }: Facts): readonly Finding[] {
  const declaring = declaringPerson(answers);
  const isTooYoung = declaring !== undefined && mayBeUnder(16, declaring, today);
  const isUnderGuardian = declaring !== undefined && textAt(declaring, 'vertretung') === 'betreuung-aufenthalt';
  return [
    ...(isTooYoung ? [ruleFinding('under-16-declares', 'rolle')] : []),
    ...(isUnderGuardian ? [ruleFinding('guardian-must-declare', 'rolle')] : []),
    ...(textAt(answers, 'rolle') === 'authorised' ? [ruleFinding('authorised-declares', 'rolle')] : []),
    ...(itemsAt(answers, 'persons').length > 1 && !entitlementAssured
      ? [ruleFinding('entitlement-missing', 'persons')]
      : []),
  ];
}

function togetherRules(person: Item, path: string, isFirst: boolean): readonly Finding[] {
  const relation = textAt(person, 'beziehung');
  return [
    ...(relation !== '' && (relation === 'self') !== isFirst
      ? [ruleFinding('first-person-unclear', `${path}.beziehung`)]
      : []),
    ...(answerAt(person, 'gleicheZuzugsdaten') === false
      ? [ruleFinding('different-move', `${path}.gleicheZuzugsdaten`)]
      : []),
    ...(relation === 'unrelated' ? [ruleFinding('not-family', `${path}.beziehung`)] : []),
  ];
}

function birthRules(person: Item, path: string, { today }: Facts): readonly Finding[] {
  const birth = partialDateOf(textAt(person, 'geburtsdatum'));
  if (!birth) return [];
  const earliest = earliestDay(birth);
  const isLongAgo = earliest !== undefined && earliest < `${Number(today.slice(0, 4)) - 120}${today.slice(4)}`;
  return [
    ...(earliest !== undefined && earliest > today ? [ruleFinding('birth-in-future', `${path}.geburtsdatum`)] : []),
    ...(isLongAgo ? [ruleFinding('birth-long-ago', `${path}.geburtsdatum`)] : []),
    ...(birth.kind === 'full' ? [] : [ruleFinding('birth-date-partial', `${path}.geburtsdatum`)]),
  ];
}

function nameRules(person: Item, path: string): readonly Finding[] {
  const given = textAt(person, 'vornamen').split(/\s+/).filter(Boolean);
  const used = textAt(person, 'gebraeuchlicherVorname');
  const written = textAt(person, 'doktorgrad');
  const doctorate = doctorateOf(written);
  return [
    ...(used !== '' && given.length > 0 && !given.includes(used)
      ? [ruleFinding('used-name-not-given', `${path}.gebraeuchlicherVorname`, { names: given.join(', ') })]
      : []),
    ...(written !== '' && doctorate === undefined ? [ruleFinding('doctorate-unknown', `${path}.doktorgrad`)] : []),
    ...(doctorate !== undefined && doctorate !== written
      ? [ruleFinding('doctorate-with-professor', `${path}.doktorgrad`, { suggestion: doctorate })]
      : []),
  ];
}

function nationalityRules(person: Item, path: string): readonly Finding[] {
  const codes = codesAt(person, 'staatsangehoerigkeiten');
  const at = `${path}.staatsangehoerigkeiten`;
  if (codes.length === 0) return [ruleFinding('nationality-missing', at)];
  const name = (code: string) => ({ name: codeLabel('staatsangehoerigkeit', code, 'de') });
  const alone = codes.length > 1 ? codes.filter((code) => ['997', '998', '999'].includes(code)) : [];
  const byClerk = codes.filter((code) => findCode('staatsangehoerigkeit', code)?.isClerks);
  return [
    ...alone.map((code) => ruleFinding('nationality-alone', at, name(code))),
    ...byClerk.map((code) => ruleFinding('nationality-by-clerk', at, name(code))),
  ];
}

function documentRules(person: Item, path: string, { today }: Facts): readonly Finding[] {
  const documents = itemsAt(person, 'ausweisdokumente');
  if (documents.length === 0)
    return mayBeUnder(16, person, today) ? [] : [ruleFinding('document-missing', `${path}.ausweisdokumente`)];
  const expired = documents.filter((document) => {
    const until = textAt(document, 'gueltigBis');
    return isDay(until) && until < today;
  });
  return [
    ...expired.map((document) =>
      ruleFinding('document-expired', `${path}.ausweisdokumente.${document.id}.gueltigBis`, {
        day: showDate(textAt(document, 'gueltigBis'), 'de'),
      }),
    ),
    ...(expired.length === documents.length ? [ruleFinding('documents-all-expired', `${path}.ausweisdokumente`)] : []),
  ];
}
