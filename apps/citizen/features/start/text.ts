import type { Texts } from '../../../kit/i18n/text.ts';

export const text = {
  title: { de: 'Ihr Bürgeramt', plain: 'Ihr Bürgeramt', en: 'Your citizens’ office' },
  lead: { de: 'Was möchten Sie tun?', plain: 'Was möchten Sie tun?', en: 'What would you like to do?' },
  checkTitle: { de: 'Ein Dokument prüfen', plain: 'Ein Dokument prüfen', en: 'Check a document' },
  checkBody: {
    de: 'Sie haben eine Bescheinigung als PDF bekommen? Hier sehen Sie, ob sie echt und unverändert ist. Die Datei bleibt auf Ihrem Gerät.',
    plain: 'Haben Sie ein Dokument als PDF-Datei?\nHier sehen Sie: Ist es echt?\nDie Datei bleibt auf Ihrem Gerät.',
    en: 'Have you received a certificate as a PDF? See here whether it is genuine and unchanged. The file stays on your device.',
  },
  checkGo: { de: 'Dokument prüfen', plain: 'Dokument prüfen', en: 'Check a document' },
  codeTitle: {
    de: 'Einen Echtheitscode prüfen',
    plain: 'Einen Echtheits-Code prüfen',
    en: 'Check an authenticity code',
  },
  codeBody: {
    de: 'Sie haben eine Bescheinigung auf Papier vor sich? Der Code darauf zeigt, ob es sie gibt und ob sie zurückgezogen wurde.',
    plain:
      'Haben Sie eine Bescheinigung auf Papier?\nDarauf steht ein Code.\nHier sehen Sie: Gibt es die Bescheinigung wirklich?',
    en: 'Do you have a certificate on paper? The code on it shows whether it exists and whether it has been withdrawn.',
  },
  codeGo: { de: 'Code prüfen', plain: 'Code prüfen', en: 'Check the code' },
  copyTitle: { de: 'Ihre Kopie abholen', plain: 'Ihre Kopie holen', en: 'Fetch your copy' },
  copyBody: {
    de: 'Das Tablet am Schalter zeigt Ihnen einen QR-Code. Scannen Sie ihn mit der Kamera Ihres Handys: Er führt zu Ihrer Kopie.',
    plain:
      'Das Tablet am Schalter zeigt einen QR-Code.\nÖffnen Sie die Kamera von Ihrem Handy.\nHalten Sie das Handy vor den QR-Code.\nDann bekommen Sie Ihre Kopie.',
    en: 'The tablet at the counter shows you a QR code. Scan it with the camera of your phone: it leads to your copy.',
  },
} as const satisfies Texts;
