import type { MiddlewareHandler } from 'hono';
import { Refusal } from '../shared/base/refusal.ts';
import type { OfficeEnv, OfficeSettings } from './context.ts';

/**
 * Writes come from our own pages only. Browsers say where a request comes from and a page cannot lie about it, so
 * `Origin` must be ours; a write that names no origin needs `Sec-Fetch-Site: same-origin`.
 */
export const ownOriginOnly: MiddlewareHandler<OfficeEnv> = async (c, next) => {
  if (!['GET', 'HEAD'].includes(c.req.method)) {
    const origin = c.req.header('Origin');
    const site = c.req.header('Sec-Fetch-Site');
    const isOwn = origin === undefined ? site === 'same-origin' : isOwnOrigin(c.var.office.settings, origin);
    if (!isOwn || (site !== undefined && site !== 'same-origin')) throw new Refusal('origin-forbidden');
  }
  await next();
};

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A demo office on one's own computer has several names for the same door; everywhere else there is exactly one. */
export function isOwnOrigin({ mode, origin: own }: OfficeSettings, origin: string | undefined): boolean {
  if (origin === undefined) return false;
  if (origin === own) return true;
  if (mode !== 'demo' || !URL.canParse(origin)) return false;
  const [ours, theirs] = [new URL(own), new URL(origin)];
  const isLoopback = loopbackNames.has(ours.hostname) && loopbackNames.has(theirs.hostname);
  return isLoopback && ours.protocol === theirs.protocol && ours.port === theirs.port;
}
