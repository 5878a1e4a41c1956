/**
 * The Vorgangsnummer, `JJ-DDDD-NNNNN-P`: year, number of the device (`0000` is the server), counter of that device in
 * that year, check digit by ISO 7064 MOD 11,10 over the eleven digits before it. A tablet can give one without
 * asking anybody, and a wrongly read digit is noticed.
 */
export type CaseNumberParts = { year: number; device: number; counter: number };

/** Throws a plain Error where a part has more digits than its place: the caller's counter ran over. */
export function makeCaseNumber({ year, device, counter }: CaseNumberParts): string {
  const parts = [digits(year % 100, 2), digits(device, 4), digits(counter, 5)];
  return [...parts, checkDigit(parts.join(''))].join('-');
}

/** The parts of a number whose check digit is right; undefined otherwise. `year` is that of this century. */
export function readCaseNumber(text: string): CaseNumberParts | undefined {
  const found = /^(\d{2})-(\d{4})-(\d{5})-(\d)$/.exec(text);
  if (!found || checkDigit(text.slice(0, -2).replaceAll('-', '')) !== found[4]) return undefined;
  return { year: 2000 + Number(found[1]), device: Number(found[2]), counter: Number(found[3]) };
}

/** ISO 7064 MOD 11,10: catches every single wrong digit and every swap of neighbours but one in about a hundred. */
export function checkDigit(body: string): string {
  let product = 10;
  for (const digit of body) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

function digits(value: number, count: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 10 ** count) throw new Error(`${value} has no ${count} digits`);
  return String(value).padStart(count, '0');
}
