import type { Server } from 'node:http';
import type { Config } from './config.ts';

/** Says on the terminal where the office can be seen. */
export function sayWhereToClick({ mode, origin, port }: Config, server: Server): void {
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  const at = port === 0 ? `http://localhost:${actual}` : origin;
  const lines = [
    '',
    mode === 'demo' ? '  Schalter, demo office: everybody in it is invented.' : '  Schalter is open.',
    '',
    `  The clerk's desk   ${at}/clerk/     sign in as one of the five DEMO persons`,
    `  The tablet         ${at}/tablet/    pair it with the code the desk shows`,
    `  Check a document   ${at}/citizen/`,
    '',
    '  Ctrl-C closes the office.',
    '',
  ];
  console.log(lines.join('\n'));
}
