import type { Texts } from '../kit/i18n/text.ts';

export const text = {
  navigation: { de: 'Start', plain: 'Start', en: 'Home' },
  loading: { de: 'Die Seite wird geladen.', plain: 'Einen Moment, bitte.', en: 'The page is loading.' },
  promise: {
    de: 'Diese Seite setzt keine Cookies und lädt nichts von fremden Servern.',
    plain: 'Diese Seite merkt sich nichts über Sie.\nAlles auf der Seite kommt nur von uns.',
    en: 'This page sets no cookies and loads nothing from other servers.',
  },
} as const satisfies Texts;
