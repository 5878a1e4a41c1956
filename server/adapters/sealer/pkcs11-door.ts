import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { environmentForOthers } from '../../config.ts';
import { type Pkcs11Orders, type Pkcs11Place, Pkcs11Problem, type Pkcs11Reply } from './pkcs11-orders.ts';

/**
 * The office's side of a hardware module: a process of its own with the token open, one order at a time. What hangs is
 * killed, what died is started anew, and an order that met either is tried once more.
 */
export type Pkcs11Door = {
  /** Throws `Pkcs11Problem`; `pin` and `set-up` are not tried again by themselves. */
  ask<Name extends OrderName>(name: Name, order: Pkcs11Orders[Name]['order']): Promise<Pkcs11Orders[Name]['answer']>;
  /** What `ask` says first to every process that is started: with it the key is found again. */
  remember(label: string): void;
  close(): void;
};
type OrderName = keyof Pkcs11Orders;

export type Pkcs11DoorOptions = Pkcs11Place & {
  pin: string;
  /** How long one order may take. */
  seconds: number;
  /** How long nobody asks a module that did not answer. */
  restSeconds: number;
};

export function openPkcs11Door({ module, token, pin, seconds, restSeconds }: Pkcs11DoorOptions): Pkcs11Door {
  let current: Promise<ChildProcess> | undefined;
  let label: string | undefined;
  let before: Promise<unknown> = Promise.resolve();
  let rest: { until: number; problem: Pkcs11Problem } | undefined;

  async function start(): Promise<ChildProcess> {
    const child = fork(script, [], {
      serialization: 'advanced',
      execArgv: [],
      // The manufacturer's library finds its own settings there, and nothing to sign in to our database with.
      env: environmentForOthers(),
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    // The office ends when it wants to; the process notices and ends too.
    child.unref();
    child.channel?.unref();
    endWithTheOffice(child);
    try {
      await say(child, 'open', { module, token, pin }, seconds);
      if (label !== undefined) await say(child, 'find-key', { label }, seconds);
    } catch (cause) {
      child.kill('SIGKILL');
      throw cause;
    }
    return child;
  }

  async function once<Name extends OrderName>(name: Name, order: Pkcs11Orders[Name]['order']) {
    const child = await (current ??= start());
    return say(child, name, order, seconds);
  }

  async function giveUp(): Promise<void> {
    const gone = current;
    current = undefined;
    (await gone?.catch(() => undefined))?.kill('SIGKILL');
  }

  async function twice<Name extends OrderName>(name: Name, order: Pkcs11Orders[Name]['order']) {
    if (rest && (rest.problem.code === 'pin' || performance.now() < rest.until)) throw rest.problem;
    rest = undefined;
    const hadProcess = current !== undefined;
    try {
      return await once(name, order);
    } catch (cause) {
      await giveUp();
      if (hadProcess && problemOf(cause).code === 'unreachable') return await once(name, order).catch(leave);
      return await leave(cause);
    }
  }

  async function leave(cause: unknown): Promise<never> {
    await giveUp();
    const problem = problemOf(cause);
    if (problem.code !== 'set-up') rest = { until: performance.now() + restSeconds * 1000, problem };
    throw problem;
  }

  return {
    ask(name, order) {
      const answer = before.then(() => twice(name, order));
      before = answer.catch(() => undefined);
      return answer;
    },
    remember(found) {
      label = found;
    },
    close: () => void giveUp(),
  };
}

const script = fileURLToPath(new URL('./pkcs11-process.ts', import.meta.url));

/** Processes whose library may hang: they do not outlive the office. */
const running = new Set<ChildProcess>();

function endWithTheOffice(child: ChildProcess): void {
  if (running.size === 0) process.once('exit', killAll);
  running.add(child);
  child.once('exit', () => {
    running.delete(child);
    if (running.size === 0) process.off('exit', killAll);
  });
}

const killAll = () => running.forEach((child) => child.kill('SIGKILL'));

let lastNumber = 0;

function say<Name extends OrderName>(
  child: ChildProcess,
  name: Name,
  order: Pkcs11Orders[Name]['order'],
  seconds: number,
): Promise<Pkcs11Orders[Name]['answer']> {
  const number = (lastNumber += 1);
  return new Promise((resolve, reject) => {
    const settle = (settled: () => void) => {
      clearTimeout(clock);
      child.off('message', onMessage);
      child.off('exit', onExit);
      settled();
    };
    const onMessage = (reply: Pkcs11Reply) => {
      if (reply.number !== number) return;
      settle(() => {
        if ('problem' in reply) reject(new Pkcs11Problem(reply.problem.code, reply.problem.words));
        // The process answers each order with the type `Pkcs11Orders` names.
        else resolve(reply.answer as Pkcs11Orders[Name]['answer']);
      });
    };
    const onExit = () => settle(() => reject(new Pkcs11Problem('unreachable', 'its process ended')));
    const clock = setTimeout(
      () => settle(() => reject(new Pkcs11Problem('unreachable', `it did not answer within ${seconds} s`))),
      seconds * 1000,
    );
    child.on('message', onMessage);
    child.on('exit', onExit);
    child.send({ number, name, order }, (failed) => {
      if (failed) onExit();
    });
  });
}

const problemOf = (cause: unknown): Pkcs11Problem =>
  cause instanceof Pkcs11Problem ? cause : new Pkcs11Problem('unreachable', String(cause));
