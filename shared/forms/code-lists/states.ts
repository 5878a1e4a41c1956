/**
 * The states of the world by the three digits of the Statistisches Bundesamt (Staats- und Gebietssystematik, state of
 * 2021-02-19), one a line: key, German name, English name where it differs. Check the names against a newer list
 * before going live. Source: `shared/README.md`.
 */
export const states = `
000Deutschland|Germany
121Albanien|Albania
122Bosnien und Herzegowina|Bosnia and Herzegovina
123Andorra
124Belgien|Belgium
125Bulgarien|Bulgaria
126Dänemark|Denmark
127Estland|Estonia
128Finnland|Finland
129Frankreich|France
130Kroatien|Croatia
131Slowenien|Slovenia
134Griechenland|Greece
135Irland|Ireland
136Island|Iceland
137Italien|Italy
139Lettland|Latvia
140Montenegro
141Liechtenstein
142Litauen|Lithuania
143Luxemburg|Luxembourg
144Nordmazedonien|North Macedonia
145Malta
146Moldau|Moldova
147Monaco
148Niederlande|Netherlands
149Norwegen|Norway
150Kosovo
151Österreich|Austria
152Polen|Poland
153Portugal
154Rumänien|Romania
155Slowakei|Slovakia
156San Marino
157Schweden|Sweden
158Schweiz|Switzerland
160Russische Föderation|Russia
161Spanien|Spain
163Türkei|Türkiye
164Tschechien|Czechia
165Ungarn|Hungary
166Ukraine
167Vatikanstadt|Vatican City
168Vereinigtes Königreich|United Kingdom
169Weißrussland|Belarus
170Serbien|Serbia
181Zypern|Cyprus
221Algerien|Algeria
223Angola
224Eritrea
225Äthiopien|Ethiopia
226Lesotho
227Botsuana|Botswana
229Benin
230Dschibuti|Djibouti
231Côte d’Ivoire
232Nigeria
233Simbabwe|Zimbabwe
236Gabun|Gabon
237Gambia
238Ghana
239Mauretanien|Mauritania
242Cabo Verde|Cape Verde
243Kenia|Kenya
244Komoren|Comoros
245Kongo|Congo (Republic)
246Kongo, Demokratische Republik|Congo (Democratic Republic)
247Liberia
248Libyen|Libya
249Madagaskar|Madagascar
251Mali
252Marokko|Morocco
253Mauritius
254Mosambik|Mozambique
255Niger
256Malawi
257Sambia|Zambia
258Burkina Faso
259Guinea-Bissau
261Guinea
262Kamerun|Cameroon
263Südafrika|South Africa
265Ruanda|Rwanda
267Namibia
268São Tomé und Príncipe|São Tomé and Príncipe
269Senegal
271Seychellen|Seychelles
272Sierra Leone
273Somalia
274Äquatorialguinea|Equatorial Guinea
277Sudan
278Südsudan|South Sudan
281Eswatini
282Tansania|Tanzania
283Togo
284Tschad|Chad
285Tunesien|Tunisia
286Uganda
287Ägypten|Egypt
289Zentralafrikanische Republik|Central African Republic
291Burundi
320Antigua und Barbuda|Antigua and Barbuda
322Barbados
323Argentinien|Argentina
324Bahamas
326Bolivien|Bolivia
327Brasilien|Brazil
328Guyana
330Belize
332Chile
333Dominica
334Costa Rica
335Dominikanische Republik|Dominican Republic
336Ecuador
337El Salvador
340Grenada
345Guatemala
346Haiti
347Honduras
348Kanada|Canada
349Kolumbien|Colombia
351Kuba|Cuba
353Mexiko|Mexico
354Nicaragua
355Jamaika|Jamaica
357Panama
359Paraguay
361Peru
364Suriname
365Uruguay
366St. Lucia
367Venezuela
368Vereinigte Staaten|United States
369St. Vincent und die Grenadinen|St. Vincent and Grenadines
370St. Kitts und Nevis|St. Kitts and Nevis
371Trinidad und Tobago|Trinidad and Tobago
421Jemen|Yemen
422Armenien|Armenia
423Afghanistan
424Bahrain
425Aserbaidschan|Azerbaijan
426Bhutan
427Myanmar
429Brunei Darussalam|Brunei
430Georgien|Georgia
431Sri Lanka
432Vietnam
434Korea, Demokratische Volksrepublik|North Korea
436Indien|India
437Indonesien|Indonesia
438Irak|Iraq
439Iran
441Israel
442Japan
444Kasachstan|Kazakhstan
445Jordanien|Jordan
446Kambodscha|Cambodia
447Katar|Qatar
448Kuwait
449Laos
450Kirgisistan|Kyrgyzstan
451Libanon|Lebanon
454Malediven|Maldives
456Oman
457Mongolei|Mongolia
458Nepal
460Bangladesch|Bangladesh
461Pakistan
462Philippinen|Philippines
467Korea, Republik|South Korea
469Vereinigte Arabische Emirate|United Arab Emirates
470Tadschikistan|Tajikistan
471Turkmenistan
472Saudi-Arabien|Saudi Arabia
474Singapur|Singapore
475Syrien|Syria
476Thailand
477Usbekistan|Uzbekistan
479China
482Malaysia
483Timor-Leste
523Australien|Australia
524Salomonen|Solomon Islands
526Fidschi|Fiji
527Cookinseln|Cook Islands
530Kiribati
531Nauru
532Vanuatu
533Niue
536Neuseeland|New Zealand
537Palau
538Papua-Neuguinea|Papua New Guinea
540Tuvalu
541Tonga
543Samoa
544Marshallinseln|Marshall Islands
545Mikronesien|Micronesia
`;

/** Nationalities that are no states of the list above; the same three digits, in the same form. */
export const furtherNationalities = `
120Jugoslawien|Yugoslavia
132Serbien und Montenegro|Serbia and Montenegro
133Serbien (einschließlich Kosovo)|Serbia (including Kosovo)
138Jugoslawien, Bundesrepublik|Yugoslavia, Federal Republic
159Sowjetunion|Soviet Union
162Tschechoslowakei|Czechoslovakia
185Britische Überseegebiete|British Overseas Territories
276Sudan (einschließlich Südsudan)|Sudan (including South Sudan)
411Hongkong|Hong Kong
412Macau|Macao
459Palästinensische Gebiete|Palestinian Territories
465Taiwan
997staatenlos|stateless
998ungeklärt|unclear
999ohne Angabe|not stated
`;

/** States that no longer exist: read from old registers, never offered. */
export const historicNationalities = ['120', '132', '133', '138', '159', '162', '276'];

/** States of the list above that have no nationality of their own. */
export const statesWithoutNationality = ['527', '533'];
