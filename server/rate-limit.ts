import { isIP } from 'node:net';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Context, MiddlewareHandler } from 'hono';
import { Refusal } from '../shared/base/refusal.ts';
import type { Office, OfficeEnv } from './context.ts';
import { rateLimits } from './db/tables.ts';
import { hashToken } from './tokens.ts';

/**
 * How often something may be tried, counted in the database, so that every process counts the same. `who` is hashed
 * together with the window; the row goes when the window has passed.
 */
export type Limit = { what: string; tries: number; seconds: number };

/** Counts one try. Refuses with `too-many-tries` and the seconds to wait once the window is used up. */
export async function countTry(office: Office, limit: Limit, who: string): Promise<void> {
  const now = office.now();
  const window = windowOf(office, limit, who);
  const [counted] = await office.db
    .insert(rateLimits)
    .values({ ...window, tries: 1 })
    .onConflictDoUpdate({
      target: [rateLimits.key, rateLimits.windowStart],
      set: { tries: sql`${rateLimits.tries} + 1` },
    })
    .returning();
  if (counted?.tries === 1) await office.db.delete(rateLimits).where(lt(rateLimits.windowEnd, now));
  if ((counted?.tries ?? 0) > limit.tries) {
    const retryAfterSeconds = Math.max(1, Math.ceil((window.windowEnd.getTime() - now.getTime()) / 1000));
    throw new Refusal('too-many-tries', { retryAfterSeconds });
  }
}

/** Gives a try back that turned out to be a right one, so that only wrong ones count. */
export async function forgiveTry(office: Office, limit: Limit, who: string): Promise<void> {
  const { key, windowStart } = windowOf(office, limit, who);
  const counted = and(eq(rateLimits.key, key), eq(rateLimits.windowStart, windowStart));
  await office.db
    .update(rateLimits)
    .set({ tries: sql`greatest(${rateLimits.tries} - 1, 0)` })
    .where(counted);
}

/** A limit for each network that calls the route, whatever is answered. */
export const limitedAlways =
  (limit: Limit): MiddlewareHandler<OfficeEnv> =>
  async (c, next) => {
    await countTry(c.var.office, limit, networkOf(clientAddress(c)));
    await next();
  };

/** A limit for each network that calls the route; only what is refused counts. */
export const limited =
  (limit: Limit): MiddlewareHandler<OfficeEnv> =>
  async (c, next) => {
    const who = networkOf(clientAddress(c));
    await countTry(c.var.office, limit, who);
    await next();
    if (c.res.ok) await forgiveTry(c.var.office, limit, who);
  };

function windowOf(office: Office, { what, seconds }: Limit, who: string) {
  const length = seconds * 1000;
  const windowStart = new Date(Math.floor(office.now().getTime() / length) * length);
  const windowEnd = new Date(windowStart.getTime() + length);
  return { key: hashToken([what, who, windowStart.toISOString()].join('\n')), windowStart, windowEnd };
}

/** One customer has a whole /64 of IPv6 and could take a fresh address for every try; of IPv4 he has one address. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || isIP(address) !== 6) return mapped ?? address;
  // A URL writes an address out in its one short form: at most one `::`, no leading zeros.
  const [head = '', tail] = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1).split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - groups.length - after.length;
  return [...groups, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4).join(':');
}

/**
 * The address a request comes from. Behind proxies of our own it is the entry that the outermost of them added to
 * `X-Forwarded-For`; what the client itself wrote there stands before it and counts for nothing.
 */
function clientAddress(c: Context<OfficeEnv>): string {
  const { trustedProxies } = c.var.office.settings;
  const forwarded = (c.req.header('X-Forwarded-For') ?? '').split(',').map((entry) => entry.trim());
  if (trustedProxies > 0) return forwarded.at(-trustedProxies) || 'unknown';
  // Where the app is called without a server, as in tests, there is no socket.
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return env?.incoming?.socket?.remoteAddress ?? 'unknown';
}
