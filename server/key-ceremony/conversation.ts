import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';

/** Two people at one keyboard: what the ceremony says to them and asks of them. */
export type Conversation = {
  say(text: string): void;
  ask(question: string): Promise<string>;
  /** What is typed does not appear on the screen. */
  askSecretly(question: string): Promise<string>;
};

/** On the terminal, or with answers line by line from a pipe. `close` gives the keyboard back. */
export function terminalConversation(
  input: NodeJS.ReadableStream & { isTTY?: boolean },
  output: NodeJS.WritableStream,
): Conversation & { close(): void } {
  let isSecret = false;
  const echo = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!isSecret) output.write(chunk);
      done();
    },
  });
  const lines: string[] = [];
  const waiting: { take(line: string): void; giveUp(cause: Error): void }[] = [];
  let isOver = false;
  let reader: Interface | undefined = openReader();

  function openReader(): Interface {
    const opened = createInterface({ input, output: echo, terminal: input.isTTY === true, historySize: 0 });
    // Answers from a pipe come before they are asked for.
    opened.on('line', (line) => {
      const next = waiting.shift();
      if (next) next.take(line);
      else lines.push(line);
    });
    opened.on('close', () => {
      if (opened !== reader) return;
      isOver = true;
      for (const { giveUp } of waiting.splice(0)) giveUp(new Error('Die Eingabe wurde beendet.'));
    });
    return opened;
  }

  /** At a keyboard a reader gives back what was typed before (arrow up, Ctrl-Y): to the other person, and on the screen. */
  function forgetTyped(): void {
    if (input.isTTY !== true || isOver) return;
    const before = reader;
    reader = undefined;
    // Closing gives the keyboard back, so the next one takes it afterwards.
    before?.close();
    reader = openReader();
  }

  function nextLine(): Promise<string> {
    const line = lines.shift();
    if (line !== undefined) return Promise.resolve(line);
    if (isOver) return Promise.reject(new Error('Die Eingabe wurde beendet.'));
    return new Promise((take, giveUp) => waiting.push({ take, giveUp }));
  }

  return {
    say: (text) => void output.write(`${text}\n`),
    async ask(question) {
      output.write(`${question} `);
      return (await nextLine()).trim().normalize('NFC');
    },
    async askSecretly(question) {
      output.write(`${question} `);
      isSecret = true;
      try {
        // Blanks belong to a passphrase; only the end of the line does not.
        return (await nextLine()).normalize('NFC');
      } finally {
        isSecret = false;
        forgetTyped();
        output.write('\n');
      }
    },
    close: () => reader?.close(),
  };
}
