import type { Server } from 'node:http';
import type { Logger } from 'pino';

/** How long a request that is being answered may still take once the office closes. */
const lastRequestsMs = 10_000;
/** After this the process ends whatever is left; every promise to a citizen is in the database already. */
const patienceMs = 30_000;

/** On the first SIGTERM or SIGINT closes the office and ends with 0; a second one ends it at once. */
export function onStopSignal(log: Logger, close: () => Promise<void>): void {
  let isClosing = false;
  const stop = (signal: NodeJS.Signals) => {
    if (isClosing) process.exit(1);
    isClosing = true;
    log.info({ signal }, 'closing');
    setTimeout(() => process.exit(1), patienceMs).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'closing failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** Takes no more connections, lets the requests at work finish, then cuts what is left. */
export async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), lastRequestsMs);
  await closed;
  clearTimeout(cut);
}
