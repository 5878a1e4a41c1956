import type { MiddlewareHandler } from 'hono';
import { limits } from '../shared/base/limits.ts';
import { Refusal } from '../shared/base/refusal.ts';
import type { OfficeEnv } from './context.ts';

/**
 * JSON that no schema gets to see: nested deeper than any form, or with characters that are none (NUL, which
 * PostgreSQL cannot store, and halves of a surrogate pair, which every program reads differently).
 */
export const plainJsonOnly: MiddlewareHandler<OfficeEnv> = async (c, next) => {
  const isJson = /^application\/([a-z-.]+\+)?json\b/.test(c.req.header('Content-Type') ?? '');
  if (isJson) {
    const text = await c.req.text();
    if (isNoObject(text) || depthOf(text) > limits.jsonDepth || hasBrokenText(text))
      throw new Refusal('request-invalid');
  }
  await next();
};

/** Every body is an object; a list would pass for one without any of its parts. No body at all is the route's to judge. */
const isNoObject = (text: string): boolean => text !== '' && !/^\s*\{/.test(text);

/** One look at every sign: an expression that searches for the ends of texts takes minutes where no text ever ends. */
function depthOf(text: string): number {
  let [depth, deepest, isInText] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isInText && sign === '\\') at += 1;
    else if (sign === '"') isInText = !isInText;
    else if (isInText) continue;
    else if (sign === '[' || sign === '{') deepest = Math.max(deepest, (depth += 1));
    else if (sign === ']' || sign === '}') depth -= 1;
  }
  return deepest;
}

function hasBrokenText(text: string): boolean {
  if (!/\\u(0000|d[89a-f])/i.test(text)) return false;
  try {
    let isBroken = false;
    const look = (part: string) => (isBroken ||= part.includes('\0') || !part.isWellFormed());
    JSON.parse(text, (key, value: unknown) => {
      look(key);
      if (typeof value === 'string') look(value);
    });
    return isBroken;
  } catch {
    return true;
  }
}
