import { PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { terminalConversation } from './conversation.ts';

/** A keyboard with two people before it, and what the screen shows. */
function makeTerminal() {
  const keyboard = Object.assign(new PassThrough(), { isTTY: true });
  const screen = new PassThrough({ encoding: 'utf8' });
  let shown = '';
  screen.on('data', (text: string) => (shown += text));
  const conversation = terminalConversation(keyboard, screen);
  /** A key alone may be the beginning of a longer one, so each is given its time. */
  const type = async (...keys: string[]) => {
    for (const key of keys) {
      keyboard.write(key);
      await setTimeout(5);
    }
  };
  return { ...conversation, type, shown: () => shown };
}

const keys = { up: '\u001B[A', killLine: '\u0015', yank: '\u0019', undo: '\u001F', enter: '\r' };

test.for([
  ['arrow up', ['erste Haelfte', keys.enter], [keys.up, keys.enter]],
  ['Ctrl-Y', ['erste', keys.killLine, 'erste Haelfte', keys.enter], [keys.yank, keys.enter]],
  ['Ctrl-_', ['erste Haelfte', keys.enter], [keys.undo, keys.enter]],
] as const)('%s brings nothing back of a half that was typed unseen', async ([, first, second]) => {
  const { ask, askSecretly, type, shown, close } = makeTerminal();
  const half = askSecretly('Hälfte:');
  await type(...first);
  expect(await half).toBe('erste Haelfte');
  const other = askSecretly('Hälfte:');
  await type(...second);
  expect(await other).toBe('');
  const open = ask('Fingerabdruck:');
  await type(...second.slice(0, -1), keys.up, keys.yank, '1234', keys.enter);
  expect(await open).toBe('1234');
  expect(shown()).not.toContain('erste');
  close();
});

test('who goes away from the keyboard breaks the ceremony off, also after a half', async () => {
  const { ask, askSecretly, type, close } = makeTerminal();
  const half = askSecretly('Hälfte:');
  await type('erste Haelfte', keys.enter);
  await half;
  const open = expect(ask('Fingerabdruck:')).rejects.toThrow('Eingabe wurde beendet');
  await type('\u0003');
  await open;
  close();
});
