import type { Texts } from '../../../kit/i18n/text.ts';

export const text = {
  title: { de: 'Ihr Bürgeramt', plain: 'Ihr Bürgeramt', en: 'Your citizens’ office' },
  lead: { de: 'Was möchten Sie tun?', plain: 'Was möchten Sie tun?', en: 'What would you like to do?' },
  checkTitle: { de: 'Ein Dokument prüfen', plain: 'Ein Dokument prüfen', en: 'Check a document' },
  checkBody: {
    de: 'Sie haben eine Bescheinigung als PDF bekommen? Hier sehen Sie, ob sie echt und unverändert ist. Die Datei bleibt auf Ihrem Gerät.',
    plain: 'Sie haben ein Dokument bekommen?\nHier sehen Sie: Ist es echt?\nDie Datei bleibt auf Ihrem Gerät.',
    en: 'You were given a certificate as a PDF? See here whether it is genuine and unchanged. The file stays on your device.',
  },
  checkGo: { de: 'Dokument prüfen', plain: 'Dokument prüfen', en: 'Check a document' },
  copyTitle: { de: 'Ihre Kopie abholen', plain: 'Ihre Kopie holen', en: 'Fetch your copy' },
  copyBody: {
    de: 'Am Schalter haben Sie einen QR-Code gesehen. Öffnen Sie ihn mit der Kamera Ihres Telefons: Er führt zu Ihrer Kopie.',
    plain:
      'Am Schalter gibt es einen QR-Code.\nFotografieren Sie ihn mit Ihrem Telefon.\nDann bekommen Sie Ihre Kopie.',
    en: 'You saw a QR code at the counter. Open it with the camera of your phone: it leads to your copy.',
  },
} as const satisfies Texts;
