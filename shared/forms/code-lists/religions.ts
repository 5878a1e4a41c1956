/**
 * Legal membership in a religious society under public law (§ 3 Abs. 1 Nr. 11 BMG), by the keys of the Meldeschein.
 * It is no question of belief: "andere" and "keine" are always possible.
 */
export const religions = `
-|keine öffentlich-rechtliche Religionsgesellschaft|no religious society under public law
rk|römisch-katholisch|Roman Catholic
ev|evangelisch|Protestant
ak|altkatholisch|Old Catholic
lt|evangelisch-lutherisch|Lutheran
rf|evangelisch-reformiert|Reformed
fr|französisch-reformiert|French Reformed
fa|freie Religionsgemeinschaft Alzey|Free Religious Community Alzey
fb|freireligiöse Landesgemeinde Baden|Free Religious Community Baden
fg|freireligiöse Landesgemeinde Pfalz|Free Religious Community Palatinate
fm|freireligiöse Gemeinde Mainz|Free Religious Community Mainz
fs|freireligiöse Gemeinde Offenbach|Free Religious Community Offenbach
ib|Israelitische Religionsgemeinschaft Baden|Israelite Religious Community Baden
iw|Israelitische Religionsgemeinschaft Württemberg|Israelite Religious Community Württemberg
isby|Israelitische Kultusgemeinden in Bayern|Israelite Communities in Bavaria
ishe|Jüdische Gemeinden in Hessen|Jewish Communities in Hesse
isnw|Jüdische Kultusgemeinden in Nordrhein-Westfalen|Jewish Communities in North Rhine-Westphalia
isrp|Jüdische Kultusgemeinden in Rheinland-Pfalz|Jewish Communities in Rhineland-Palatinate
issl|Synagogengemeinde Saar|Synagogue Community Saar
il|Jüdische Gemeinden, Landesverband|Jewish communities, state association
jh|Jüdische Gemeinde Hamburg|Jewish Community Hamburg
oa|andere|other
`;
