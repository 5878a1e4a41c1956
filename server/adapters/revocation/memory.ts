import { limits } from '../../../shared/base/limits.ts';

/** What was answered a moment ago, for an hour at most and never longer than it holds. The oldest goes first. */
export type Memory<Value> = {
  get(key: string): Value | undefined;
  keep(key: string, value: Value, until: Date): Value;
};

export function makeMemory<Value>(now: () => Date): Memory<Value> {
  const kept = new Map<string, { value: Value; until: number }>();
  return {
    get(key) {
      const found = kept.get(key);
      return found && found.until > now().getTime() ? found.value : undefined;
    },
    keep(key, value, until) {
      kept.delete(key);
      const hour = now().getTime() + limits.revocationMemorySeconds * 1000;
      kept.set(key, { value, until: Math.min(until.getTime(), hour) });
      const [oldest] = kept.keys();
      if (kept.size > limits.revocationMemoryEntries && oldest !== undefined) kept.delete(oldest);
      return value;
    },
  };
}
