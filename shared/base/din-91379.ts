/**
 * The letters of DIN 91379:2022-08 as parts of a regular expression, in Unicode NFC. Made from the character lists of
 * String-Latin/DIN-91379-Characters-and-Sequences, version 1.3, licence CC-BY 4.0; `names.ts` puts them together.
 */

/** The Latin letters that are one character. */
export const letters = 'A-Za-zÀ-ÖØ-öø-žƇƈƏƗƠơƯưƷǍ-ǜǞǟǢ-ǰǴǵǸ-ǿȒȓȘ-țȞȟȧ-ȳəɨʒḂḃḆḇḊ-ḑḗḜ-ḫḯ-ḷḺḻṀ-ṉṒ-ṛṞ-ṣṪ-ṯẀ-ẇẌ-ẗẞẠ-ỹ';

/** The Latin letters that are a base with marks, which Unicode has no single character for. */
export const sequences =
  'C̨̆ K͟H K͟h L̥̄ R̥̄ S̛̄ c̨̆ k͟h l̥̄ r̥̄ s̛̄ A̋ C̀ C̄ C̆ C̈ C̕ C̣ C̦ D̂ F̀ F̄ G̀ H̄ H̦ H̱ J́ J̌ K̀ K̂ K̄ K̇ K̕ K̛ K̦ L̂ L̥ L̦ M̀ M̂ M̆ M̐ N̂ N̄ N̆ N̦ P̀ P̄ P̕ P̣ R̆ R̥ S̀ S̄ S̱ T̀ T̄ T̈ T̕ T̛ U̇ Z̀ Z̄ Z̆ Z̈ Z̧ a̋ c̀ c̄ c̆ c̈ c̕ c̣ c̦ d̂ f̀ f̄ g̀ h̄ h̦ j́ k̀ k̂ k̄ k̇ k̕ k̛ k̦ l̂ l̥ l̦ m̀ m̂ m̆ m̐ n̂ n̄ n̆ n̦ p̀ p̄ p̕ p̣ r̆ r̥ s̀ s̄ s̱ t̀ t̄ t̕ t̛ u̇ z̀ z̄ z̆ z̈ z̧ Ç̆ Û̄ ç̆ û̄ ÿ́ Č̕ Č̣ č̕ č̣ ē̍ Ī́ ī́ ō̍ Ž̦ Ž̧ ž̦ ž̧ Ḳ̄ ḳ̄ Ṣ̄ ṣ̄ Ṭ̄ ṭ̄ Ạ̈ ạ̈ Ọ̈ ọ̈ Ụ̄ Ụ̈ ụ̄ ụ̈';

/** Non-letters N1: blank, hyphen, apostrophes and what else stands in names of natural persons (datatype A). */
export const nameSigns = " ',-.`~¨´·ʹʺʾʿˈˌ’‡";

/** Non-letters N2, N3 and E1: digits, signs and quotation marks of addresses and free text, without line breaks. */
export const textSigns = '!-&(-+/-@[-_{-}¡-§©-¬®-³µ¶¸-¿×÷ƒʰʳˆ˜ˢᵈᵗ‘‚“-„†…‰′″‹›⁰⁴-⁹ⁿ-₉€™∞≤≥';
