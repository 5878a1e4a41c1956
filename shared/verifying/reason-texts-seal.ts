import type { ReasonCode } from './reasons.ts';

/** What is said of the file, the seal, what follows it, and who vouches for it. */
export const sealReasonTexts = {
  'structure-unreadable': {
    de: 'Die Datei ist nicht so aufgebaut, wie ein gesiegeltes Dokument aufgebaut sein muss.',
    en: 'The file is not built the way a sealed document must be.',
  },
  'content-active': {
    de: 'Das Dokument enthält Teile, die sein Aussehen beim Öffnen ändern oder etwas ausführen können.',
    en: 'The document has parts that can change what it shows or run something when opened.',
  },
  'check-broke': {
    de: 'Ein Schritt der Prüfung ließ sich nicht zu Ende führen.',
    en: 'A step of the verification could not be completed.',
  },
  'seal-missing': {
    de: 'Das Dokument trägt kein Siegel.',
    en: 'The document carries no seal.',
  },
  'seal-twice': {
    de: 'Das Dokument trägt mehr als ein Siegel.',
    en: 'The document carries more than one seal.',
  },
  'seal-dictionary-odd': {
    de: 'Die Angaben zum Siegel sind nicht die eines PAdES-Siegels.',
    en: 'The entries of the seal are not those of a PAdES seal.',
  },
  'seal-field-odd': {
    de: 'Das Siegel steht nicht in genau einem Siegelfeld.',
    en: 'The seal does not stand in exactly one signature field.',
  },
  'seal-not-certifying': {
    de: 'Das Siegel verbietet spätere Änderungen nicht so, wie es das Siegel der Behörde tut.',
    en: 'The seal does not forbid later changes as the seal of the authority does.',
  },
  'signature-referenced-oddly': {
    de: 'Auf das Siegel oder einen Zeitstempel wird anders verwiesen, als es sein muss.',
    en: 'The seal or a time stamp is not referenced as it must be.',
  },
  'ranges-overlapping': {
    de: 'Die Bereiche, die ein Siegel oder Zeitstempel umfasst, überschneiden sich.',
    en: 'The ranges covered by the seal or a time stamp overlap.',
  },
  'seal-range-odd': {
    de: 'Das Siegel umfasst nicht genau dieses Dokument.',
    en: 'The seal does not cover exactly the document.',
  },
  'bytes-uncovered': {
    de: 'Teile der Datei sind vom Siegel nicht erfasst.',
    en: 'Parts of the file are not covered by the seal.',
  },
  'hole-not-upper-hex': {
    de: 'Der Platz des Siegels ist anders beschrieben, als die Behörde ihn beschreibt.',
    en: 'The place of the seal is written differently from how the authority writes it.',
  },
  'hole-padding': {
    de: 'Hinter dem Siegel steht an seinem Platz etwas, das nicht dazugehört.',
    en: 'Something that does not belong there follows the seal in its place.',
  },
  'increment-page': {
    de: 'Nach dem Siegeln wurde eine Seite geändert, hinzugefügt oder entfernt.',
    en: 'After sealing, a page was changed, added or removed.',
  },
  'increment-annotation': {
    de: 'Nach dem Siegeln wurde eine Anmerkung auf eine Seite gesetzt.',
    en: 'After sealing, an annotation was put on a page.',
  },
  'increment-form': {
    de: 'Nach dem Siegeln wurde ein Formularfeld hinzugefügt oder geändert.',
    en: 'After sealing, a form field was added or changed.',
  },
  'increment-attachment': {
    de: 'Nach dem Siegeln wurde eine Anlage hinzugefügt oder ausgetauscht.',
    en: 'After sealing, an attachment was added or exchanged.',
  },
  'increment-metadata': {
    de: 'Nach dem Siegeln wurden die Angaben über das Dokument geändert.',
    en: 'After sealing, the metadata of the document were changed.',
  },
  'increment-action': {
    de: 'Nach dem Siegeln wurde etwas hinzugefügt, das beim Öffnen oder Anklicken abläuft.',
    en: 'After sealing, something was added that runs when the document is opened or clicked.',
  },
  'increment-font': {
    de: 'Nach dem Siegeln wurde eine Schrift ausgetauscht; dadurch kann anderer Text erscheinen.',
    en: 'After sealing, a font was exchanged; other text may appear.',
  },
  'increment-layer': {
    de: 'Nach dem Siegeln wurden Ebenen hinzugefügt, mit denen sich Teile ein- oder ausblenden lassen.',
    en: 'After sealing, layers were added by which parts can be shown or hidden.',
  },
  'increment-structure': {
    de: 'Nach dem Siegeln wurde geändert, wie das Dokument vorgelesen wird.',
    en: 'After sealing, the structure by which the document is read aloud was changed.',
  },
  'increment-permission': {
    de: 'Nach dem Siegeln wurde geändert, was das Siegel erlaubt.',
    en: 'After sealing, what the seal permits was changed.',
  },
  'increment-signature': {
    de: 'Nach dem Siegeln wurde eine weitere Signatur hinzugefügt, die nicht vorgesehen ist.',
    en: 'After sealing, another signature was added that has no place here.',
  },
  'increment-replaced': {
    de: 'Nach dem Siegeln wurde ein Teil des Dokuments durch einen anderen ersetzt.',
    en: 'After sealing, a part of the document was replaced by another.',
  },
  'increment-forbidden': {
    de: 'Nach dem Siegeln wurde etwas hinzugefügt oder geändert, das nicht erlaubt ist.',
    en: 'After sealing, something was added or changed that is not allowed.',
  },
  'increment-spelling': {
    de: 'Was nach dem Siegeln angehängt wurde, ist anders geschrieben, als die Behörde es schreibt.',
    en: 'What was appended after sealing is written differently from how the authority writes it.',
  },
  'digest-mismatch': {
    de: 'Das Dokument wurde nach dem Siegeln verändert.',
    en: 'The document was changed after sealing.',
  },
  'cms-malformed': {
    de: 'Das Siegel ist beschädigt oder anders aufgebaut, als es sein muss.',
    en: 'The seal is damaged or not built as it must be.',
  },
  'cms-wrapped': {
    de: 'Im Siegel steckt ein anderer Inhalt, statt dass es sich auf das Dokument bezieht.',
    en: 'The seal contains other content instead of referring to the document.',
  },
  'cms-signers': {
    de: 'Das Siegel stammt nicht von genau einer Stelle.',
    en: 'The seal does not have exactly one signer.',
  },
  'cms-attributes': {
    de: 'Dem Siegel fehlen Angaben, oder es enthält Angaben, die es nicht enthalten darf.',
    en: 'The seal lacks attributes or has attributes it must not have.',
  },
  'cms-certificate-mismatch': {
    de: 'Das Siegel nennt ein anderes Zertifikat als das, das ihm beiliegt.',
    en: 'The seal names another certificate than the one it brings.',
  },
  'cms-certificate-unused': {
    de: 'Dem Siegel liegt ein Zertifikat bei, das nicht zu ihm gehört.',
    en: 'The seal brings a certificate that does not belong to it.',
  },
  'algorithm-refused': {
    de: 'Das Siegel verwendet ein Verfahren oder eine Schlüssellänge, die nicht zugelassen ist.',
    en: 'The seal uses an algorithm or key size that is not accepted.',
  },
  'key-too-weak': {
    de: 'Der Schlüssel des Siegels ist zu kurz, um noch als sicher zu gelten.',
    en: 'The key of the seal is too short to be considered secure.',
  },
  'signature-invalid': {
    de: 'Das Siegel wurde nicht mit dem Schlüssel seines Zertifikats gemacht.',
    en: 'The seal was not made with the key of its certificate.',
  },
  'anchor-unknown': {
    de: 'Diese Prüfung kennt den Aussteller des Siegels nicht.',
    en: 'This verification does not know the issuer of the seal.',
  },
  'chain-signature-invalid': {
    de: 'Das Zertifikat des Siegels wurde nicht von dem Aussteller gemacht, den es nennt.',
    en: 'The certificate of the seal was not made by the issuer it names.',
  },
  'chain-invalid': {
    de: 'Ein Zertifikat in der Kette darf keine Zertifikate ausstellen oder enthält unbekannte Bedingungen.',
    en: 'A certificate in the chain may not issue certificates or has unknown conditions.',
  },
  'certificate-purpose': {
    de: 'Das Zertifikat ist nicht dafür gemacht, Dokumente zu siegeln.',
    en: 'The certificate is not made for sealing documents.',
  },
  'certificate-expired': {
    de: 'Ein Zertifikat ist abgelaufen, und kein Zeitstempel zeigt, dass das Siegel früher entstand.',
    en: 'A certificate has expired, and no time stamp shows that the seal is older.',
  },
  'seal-time-odd': {
    de: 'Das Siegel nennt eine Zeit, die nicht sein kann: vor seinem Zertifikat oder nach dieser Prüfung.',
    en: 'The seal states a time that cannot be: before its certificate or after this verification.',
  },
  'certificate-not-yet-valid': {
    de: 'Ein Zertifikat gilt zu dem geprüften Zeitpunkt noch nicht.',
    en: 'A certificate is not yet valid at the time of verification.',
  },
  'revocation-missing': {
    de: 'Es liegt keine Auskunft vor, ob das Zertifikat gesperrt wurde.',
    en: 'There is no information on whether the certificate was revoked.',
  },
  'revocation-stale': {
    de: 'Die Auskunft über Sperrungen ist zu dem geprüften Zeitpunkt nicht aktuell.',
    en: 'The information on revocations is not current at the time of verification.',
  },
  'revocation-older-than-signature': {
    de: 'Die Auskunft über Sperrungen ist älter als das Siegel: Sie galt schon nicht mehr, als es entstand.',
    en: 'The information on revocations is older than the seal: it had run out before the seal was made.',
  },
  'revocation-after-expiry': {
    de: 'Die Auskunft über Sperrungen ist jünger als das abgelaufene Zertifikat und muss es nicht mehr nennen.',
    en: 'The information on revocations is younger than the expired certificate and need not name it any more.',
  },
  'revocation-unproven': {
    de: 'Das Zertifikat der Auskunftsstelle ist abgelaufen, und kein Zeitstempel zeigt, dass ihre Auskunft älter ist.',
    en: 'The certificate of whoever answered on revocations has expired, and no time stamp shows that the answer is older.',
  },
  'revocation-unknown': {
    de: 'Die Auskunftsstelle kennt das Zertifikat nicht.',
    en: 'The responder does not know the certificate.',
  },
  'revocation-unusable': {
    de: 'Eine Auskunft über Sperrungen ist beschädigt oder nicht vom Aussteller des Zertifikats.',
    en: 'Some information on revocations is damaged or not from the issuer of the certificate.',
  },
  'certificate-revoked': {
    de: 'Das Zertifikat war gesperrt, als das Siegel nach eigener Angabe entstand.',
    en: 'The certificate was revoked when the seal says it was made.',
  },
  'certificate-revoked-without-proof': {
    de: 'Das Zertifikat wurde später gesperrt, und kein Zeitstempel zeigt, dass das Siegel früher entstand.',
    en: 'The certificate was revoked later, and no time stamp shows that the seal is older.',
  },
  'timestamp-malformed': {
    de: 'Ein Zeitstempel ist beschädigt oder ungültig.',
    en: 'A time stamp is damaged or invalid.',
  },
  'timestamp-mismatch': {
    de: 'Ein Zeitstempel gehört zu einer anderen Datei.',
    en: 'A time stamp belongs to another file.',
  },
  'timestamp-purpose': {
    de: 'Ein Zeitstempel wurde mit einem Schlüssel gemacht, der nicht für Zeitstempel bestimmt ist.',
    en: 'A time stamp was made with a key that is not meant for time stamps.',
  },
  'timestamp-weak': {
    de: 'Ein Zeitstempel verwendet ein Verfahren oder eine Schlüssellänge, die nicht mehr als sicher gilt.',
    en: 'A time stamp uses an algorithm or key size that is no longer considered secure.',
  },
  'timestamp-certificate-odd': {
    de: 'Einem Zeitstempel liegt ein Zertifikat bei, das nicht zu ihm gehört oder verändert wurde.',
    en: 'A time stamp brings a certificate that does not belong to it or was changed.',
  },
  'timestamp-expired': {
    de: 'Das Zertifikat eines Zeitstempels ist abgelaufen, bevor ein neuerer Zeitstempel ihn bestätigt hat.',
    en: 'The certificate of a time stamp expired before a later time stamp confirmed it.',
  },
  'timestamp-revoked': {
    de: 'Das Zertifikat eines Zeitstempels wurde gesperrt, bevor ein neuerer Zeitstempel ihn bestätigt hat.',
    en: 'The certificate of a time stamp was revoked before a later time stamp confirmed it.',
  },
  'timestamp-order': {
    de: 'Ein späterer Zeitstempel nennt eine frühere Zeit als der, den er bestätigt.',
    en: 'A later time stamp states an earlier time than the one it confirms.',
  },
  'timestamp-untrusted': {
    de: 'Ein Zeitstempel ließ sich nicht bis zu einer bekannten Stelle zurückverfolgen.',
    en: 'A time stamp could not be traced to a known authority.',
  },
  'validation-data-unused': {
    de: 'Es wurden Prüfdaten angehängt, die zu keinem Zertifikat des Siegels gehören.',
    en: 'Validation data were appended that belong to no certificate of the seal.',
  },
} as const satisfies Partial<Record<ReasonCode, { de: string; en: string }>>;
