/**
 * The Doktorgrad as the register has it: one or more doctorates, honorary ones marked; no "Prof.", no subject, no
 * foreign degrees (§ 3 Abs. 1 Nr. 4 BMG). Undefined where there is none in the text.
 */
export function doctorateOf(text: string): string | undefined {
  const plain = text.replaceAll(/\bprof(essor(in)?)?\b\.?/gi, '').trim();
  if (/^(Dr\.( ?(h\. ?c\.|hc\.|[eE]\. ?h\.|[eE]h\.))?)( Dr\.)*$/.test(plain)) return plain;
  return /^(dr\b|doktor)/i.test(plain) ? 'Dr.' : undefined;
}
