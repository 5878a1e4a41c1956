import { makeKey } from './pkcs11-new-key.ts';
import { type Pkcs11Message, Pkcs11Problem, type Pkcs11Reply } from './pkcs11-orders.ts';
import { findKey, type FoundKey, type OpenToken, openToken, signWith } from './pkcs11-token.ts';

/**
 * The process that holds the hardware module's library: one order after the other. Foreign code that hangs or crashes
 * takes this process with it and not the office, which starts another one.
 */
let token: OpenToken | undefined;
let key: FoundKey | undefined;

process.on('message', (message: Pkcs11Message) => process.send?.(replyTo(message)));
// The office is gone, or has given this process up. Its signals are the office's affair, also in a shared terminal.
process.on('disconnect', () => process.exit());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

function replyTo(message: Pkcs11Message): Pkcs11Reply {
  const { number } = message;
  try {
    return { number, answer: carryOut(message) };
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause);
    return { number, problem: { code: cause instanceof Pkcs11Problem ? cause.code : 'unreachable', words } };
  }
}

function carryOut(message: Pkcs11Message): unknown {
  if (message.name === 'open') {
    token = openToken(message.order);
    return true;
  }
  if (!token) throw new Error('the token is not open');
  if (message.name === 'describe') return token.describe;
  if (message.name === 'make-key') return makeKey(token, message.order.label, message.order.kind);
  if (message.name === 'find-key') {
    key = findKey(token, message.order.label);
    return { kind: key.kind, certificates: key.certificates };
  }
  if (!key) throw new Error('no key was found');
  return signWith(token, key, message.order);
}
