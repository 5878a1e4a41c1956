import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Bytes } from '../../shared/base/bytes.ts';

/** A service of the outside world for tests, on a free port of this machine; what it says can be changed meanwhile. */
export type SmallServer = {
  /** `127.0.0.1:43121`, as a list of hosts has it. */
  host: string;
  url: string;
  asked: { path: string; method: string; headers: IncomingMessage['headers']; body: Bytes }[];
  answer: Answer;
  close(): Promise<void>;
};

/** `hang` never answers. */
export type Answer = (asked: SmallServer['asked'][number]) => Promise<Said | 'hang'> | Said | 'hang';
export type Said = { status?: number; type?: string; headers?: Record<string, string>; body: Uint8Array };

export async function startSmallServer(answer: Answer): Promise<SmallServer> {
  const server = createServer((request, response) => void reply(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const small: SmallServer = {
    host,
    url: `http://${host}/`,
    asked: [],
    answer,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer); // A request without encoding gives buffers.
    const asked = {
      path: request.url ?? '',
      method: request.method ?? '',
      headers: request.headers,
      body: new Uint8Array(Buffer.concat(parts)),
    };
    small.asked.push(asked);
    const said = await small.answer(asked);
    if (said === 'hang') return;
    response.writeHead(said.status ?? 200, {
      'Content-Type': said.type ?? 'application/octet-stream',
      ...said.headers,
    });
    response.end(said.body);
  }
  return small;
}
