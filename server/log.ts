import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import pino, { type Logger } from 'pino';
import type { OfficeEnv } from './context.ts';

/**
 * What the office writes down about its own running: which route, which status, how long. Never an address of a
 * person, never a path with its ids, a query, a body, a cookie or a token.
 */
export const openLog = (level: string): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: plainError } });

export const logRequests: MiddlewareHandler<OfficeEnv> = async (c, next) => {
  const started = performance.now();
  await next();
  const ms = Math.round((performance.now() - started) * 10) / 10;
  const route = routePath(c, -1);
  c.var.office.log.info(
    { requestId: c.var.requestId, method: c.req.method, route, status: c.res.status, ms },
    'request',
  );
};

/**
 * PostgreSQL's errors carry the row they refused in `detail` and the values in `parameters`: none of that is written.
 * What a message quotes can be what somebody typed (`invalid input syntax for type date: "…"`, `Unexpected token 'M',
 * "Müller" is not valid JSON`), so quotations are left out; codes and constraints stand beside it. A statement of ours
 * has places instead of values.
 */
export function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const cause = error.cause instanceof Error ? plainError(error.cause) : undefined;
  const code = 'code' in error ? String(error.code) : undefined;
  const constraint = 'constraint_name' in error ? String(error.constraint_name) : undefined;
  // Drizzle puts the query's parameters into the message, after the statement.
  const [said = ''] = error.message.split('\nparams:');
  const message = said.startsWith('Failed query:') ? said : said.replace(/"[^]*("|$)/, '"…"');
  const stack = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return { type: error.name, message, code, constraint, stack, cause };
}
