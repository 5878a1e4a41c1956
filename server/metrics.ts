import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import type { OfficeSettings } from './context.ts';

/** Where the figures come from, and who may read them. */
export type Metrics = {
  show(): Promise<{ text: string; type: string }>;
  /** Whoever knows it may read; without one, only a program on this machine. */
  token: string | undefined;
};

/**
 * `/metrics`, for monitoring. The figures name nobody, but they tell how much an office has to do, so they are not for
 * everybody; and whoever may not read is not told that there is something.
 */
export async function answerMetrics(c: Context, { show, token }: Metrics, settings: OfficeSettings): Promise<Response> {
  const mayRead = token === undefined ? isFromHere(c, settings) : knowsToken(c, token);
  if (!mayRead) return c.text('Nicht gefunden', 404);
  const { text, type } = await show();
  return c.body(text, 200, { 'Content-Type': type, 'Cache-Control': 'no-store' });
}

/** A proxy on this machine asks from here, too, on behalf of anybody: then nobody counts as being here. */
function isFromHere(c: Context, { trustedProxies }: OfficeSettings): boolean {
  const isForwarded = ['Forwarded', 'X-Forwarded-For', 'X-Real-IP', 'Via'].some((name) => c.req.header(name));
  // Where the site is called without a server, as in tests, there is no socket.
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  const address = env?.incoming?.socket?.remoteAddress ?? '';
  return trustedProxies === 0 && !isForwarded && /^(::ffff:)?127\.|^::1$/.test(address);
}

function knowsToken(c: Context, token: string): boolean {
  const given = c.req.header('Authorization')?.replace(/^Bearer /, '') ?? '';
  return timingSafeEqual(digest(given), digest(token));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
