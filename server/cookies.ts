import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import type { OfficeEnv, OfficeSettings } from './context.ts';

/**
 * The cookies that carry sessions. Over https they have the `__Host-` prefix, which binds them to this host and to
 * https; on the plain http of a demo office browsers refuse that prefix, so there the name stands without it.
 */
export type CookieKind = 'staff' | 'device';

export const isHttps = ({ origin }: Pick<OfficeSettings, 'origin'>) => origin.startsWith('https:');

export const cookieName = (kind: CookieKind, settings: Pick<OfficeSettings, 'origin'>) =>
  `${isHttps(settings) ? '__Host-' : ''}schalter-${kind}`;

export function putCookie<Env extends OfficeEnv>(c: Context<Env>, kind: CookieKind, token: string, until: Date): void {
  const { settings } = c.var.office;
  const options = { path: '/', httpOnly: true, sameSite: 'Strict', secure: isHttps(settings), expires: until } as const;
  setCookie(c, cookieName(kind, settings), token, options);
}

export function dropCookie<Env extends OfficeEnv>(c: Context<Env>, kind: CookieKind): void {
  const { settings } = c.var.office;
  deleteCookie(c, cookieName(kind, settings), { path: '/', secure: isHttps(settings) });
}
