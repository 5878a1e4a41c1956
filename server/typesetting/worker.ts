import { parentPort } from 'node:worker_threads';
import { Refusal } from '../../shared/base/refusal.ts';
import type { Outcome } from './pool.ts';
import { makeTypst } from './typst.ts';
import { carryOut, type Order } from './work.ts';

/**
 * One worker thread of the office's documents: takes an order, does it, says what came out. It knows no database, no
 * key and no network.
 */
if (!parentPort) throw new Error('worker.ts runs as a worker thread only');
const port = parentPort;
const typst = makeTypst();
let done = 0;

port.on('message', (order: Order) => void answer(order));

async function answer(order: Order): Promise<void> {
  const outcome = await outcomeOf(order);
  port.postMessage(outcome);
  done += 1;
  // Typst's cache holds every document it ever saw; its memory is freed on the event loop's next turn.
  if (done % 10 === 0) setImmediate(typst.evict);
}

async function outcomeOf(order: Order): Promise<Outcome> {
  try {
    return { ok: true, answer: await carryOut(order, typst) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refusal: { code: error.code, details: error.details } };
    return { ok: false, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
