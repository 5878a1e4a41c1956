import { daysBetween, endOfPeriod } from '../../base/calendar.ts';
import { municipalityOf } from '../../base/municipality.ts';
import { isDay, latestDay, partialDateOf } from '../../base/partial-date.ts';
import { isInGermany, isUnknownAddress } from '../../forms/address.ts';
import type { Answers } from '../../forms/answers.ts';
import type { Finding } from '../../forms/finding.ts';
import { addressAt, answerAt, itemsAt, textAt } from '../../forms/paths.ts';
import { showDate } from '../../forms/show.ts';
import type { Facts } from '../service.ts';
import { ruleFinding } from './rule-finding.ts';

/** Moving in and the dwellings (§§ 17, 21, 22, 27 BMG). */
export const homeRules = (answers: Answers, facts: Facts): readonly Finding[] => [
  ...movingInRules(answers, facts),
  ...movingOutRules(answers),
  ...shortStayRule(answers),
  ...newHomeRule(answers, facts),
  ...previousHomeRules(answers),
  ...mainHomeRules(answers),
];

/** The day the two weeks of § 17 Abs. 1 BMG end: § 31 Abs. 3 VwVfG moves it on from weekends and holidays. */
export const registrationDeadline = (movedIn: string): string => endOfPeriod(movedIn, 14);

function movingInRules(answers: Answers, { today }: Facts): readonly Finding[] {
  const movedIn = textAt(answers, 'einzugsdatum');
  if (!isDay(movedIn)) return [];
  if (movedIn > today) return [ruleFinding('move-in-future', 'einzugsdatum')];
  const born = itemsAt(answers, 'persons').some((person) => {
    const birth = partialDateOf(textAt(person, 'geburtsdatum'));
    const latest = birth?.kind === 'full' ? latestDay(birth) : undefined;
    return latest !== undefined && latest > movedIn;
  });
  const deadline = registrationDeadline(movedIn);
  return [
    ...(born ? [ruleFinding('move-in-before-birth', 'einzugsdatum')] : []),
    ...(today > deadline
      ? [ruleFinding('deadline-missed', 'einzugsdatum', { deadline: showDate(deadline, 'de') })]
      : []),
  ];
}

function movingOutRules(answers: Answers): readonly Finding[] {
  const [movedIn, movedOut] = [textAt(answers, 'einzugsdatum'), textAt(answers, 'auszugsdatum')];
  if (!isDay(movedIn) || !isDay(movedOut) || daysBetween(movedIn, movedOut) <= 31) return [];
  return [ruleFinding('move-out-after-move-in', 'auszugsdatum')];
}

function shortStayRule(answers: Answers): readonly Finding[] {
  const isShort = answerAt(answers, 'bleibtHoechstensSechsMonate') === true;
  return isShort && answerAt(answers, 'wirdBeibehalten') === true
    ? [ruleFinding('short-stay', 'bleibtHoechstensSechsMonate')]
    : [];
}

function newHomeRule(answers: Answers, { officeAgs }: Facts): readonly Finding[] {
  const home = addressAt(answers, 'neueWohnung');
  if (!home) return [];
  const office = municipalityOf(officeAgs);
  const isOutside =
    (home.ags !== undefined && home.ags !== officeAgs) ||
    !isInGermany(home) ||
    (office !== undefined && home.postcode !== '' && !office.postcodes.includes(home.postcode));
  return isOutside ? [ruleFinding('home-outside-office', 'neueWohnung')] : [];
}

function previousHomeRules(answers: Answers): readonly Finding[] {
  const home = addressAt(answers, 'bisherigeWohnung');
  if (!home) return [];
  if (!isUnknownAddress(home)) {
    return home.postcode === '99999' ? [ruleFinding('unknown-address-mixed', 'bisherigeWohnung')] : [];
  }
  const isPure = home.city === 'unbekannt' && home.postcode === '99999' && home.state === undefined;
  return [ruleFinding(isPure ? 'unknown-address' : 'unknown-address-mixed', 'bisherigeWohnung')];
}

/** One main residence among several dwellings in Germany, none beside a sole one; dwellings abroad do not count. */
function mainHomeRules(answers: Answers): readonly Finding[] {
  const own = textAt(answers, 'wohnungsstatus');
  if (own === '') return [];
  const others = itemsAt(answers, 'weitereWohnungen');
  const domestic = others.filter((home) => {
    const address = addressAt(home, 'anschrift');
    return address === undefined || isInGermany(address);
  });
  const isKept = answerAt(answers, 'wirdBeibehalten') === true;
  const statuses = [
    own,
    ...(isKept ? [textAt(answers, 'bisherigerStatusKuenftig')] : []),
    ...domestic.map((home) => textAt(home, 'status')),
  ];
  if (statuses.length === 1) {
    if (own === 'alleinig') return [];
    const isMisled = others.length > domestic.length;
    return [ruleFinding(isMisled ? 'foreign-home-does-not-count' : 'only-home-not-sole', 'wohnungsstatus')];
  }
  if (statuses.includes('')) return [];
  if (statuses.includes('alleinig')) return [ruleFinding('sole-home-among-several', 'wohnungsstatus')];
  const mains = statuses.filter((status) => status === 'haupt').length;
  if (mains > 1) return [ruleFinding('several-main-homes', 'wohnungsstatus')];
  return mains === 0 ? [ruleFinding('no-main-home', 'wohnungsstatus')] : [];
}
