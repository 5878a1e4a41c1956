import type { MiddlewareHandler } from 'hono';
import { isHttps } from './cookies.ts';
import type { OfficeSettings } from './context.ts';

/**
 * What every answer tells the browser to refuse. Scripts come from our own files only, without any exception. The
 * `style` attribute is allowed, because Solid writes it into its templates; style sheets are files too.
 */
export const makeHeaders = (settings: OfficeSettings): MiddlewareHandler => {
  const host = new URL(settings.origin).host;
  // Browsers differ in whether 'self' covers our own WebSocket.
  const socket = `${isHttps(settings) ? 'wss' : 'ws'}://${host}`;
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${socket}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-src 'self' blob:",
    "frame-ancestors 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
  return async (c, next) => {
    await next();
    c.header('Content-Security-Policy', policy);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
    c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=()');
    if (isHttps(settings)) c.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  };
};
