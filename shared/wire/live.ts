import * as v from 'valibot';

/**
 * What one WebSocket a tab carries: ids and versions, never content. Who hears one rereads what he shows; who
 * reconnects rereads everything he shows.
 */
export const LiveMessage = v.variant('about', [
  v.object({ about: v.literal('case'), id: v.string(), version: v.number() }),
  v.object({ about: v.literal('desk'), id: v.string(), version: v.number() }),
  v.object({ about: v.literal('seals'), id: v.string(), version: v.number() }),
  v.object({ about: v.literal('hello'), id: v.string(), version: v.number() }),
]);
export type LiveMessage = v.InferOutput<typeof LiveMessage>;
