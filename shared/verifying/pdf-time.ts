/** `D:20261123090000Z`, or with an offset as in `+01'00'` (ISO 32000-2, 7.9.4); milliseconds since 1970. */
export function pdfTimeOf(text: string | undefined): number | undefined {
  const [, year, month, day, hour, minute, second, zone] =
    /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(Z(?:00'00'?)?|[+-]\d\d'\d\d'?)$/.exec(text ?? '') ?? [];
  if (!zone) return undefined;
  const offset = zone.startsWith('Z') ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(4, 6)}`;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  return Number.isFinite(time) ? time : undefined;
}
