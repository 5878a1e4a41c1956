import { makeApi } from '../../apps/kit/api.ts';

/**
 * A browser without a screen: nobody in particular, keeps the cookies it is given, says truthfully where it comes from.
 * `send` is the office's door, a real one or the app's own.
 */
export function makeBrowser(origin: string, send: (request: Request) => Response | Promise<Response>) {
  const jar = new Map<string, string>();
  const cookies = () => Array.from(jar, ([name, value]) => `${name}=${value}`).join('; ');
  const fetcher: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!request.headers.has('Origin')) request.headers.set('Origin', origin);
    request.headers.set('Cookie', cookies());
    const answer = await send(request);
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  return {
    api: makeApi(origin, fetcher),
    /** A raw request by path, for what the typed client would not let through. */
    fetch: (path: string, init?: RequestInit) => fetcher(`${origin}${path}`, init),
    jar,
    /** The line a WebSocket sends along. */
    cookies,
  };
}
export type Browser = ReturnType<typeof makeBrowser>;
