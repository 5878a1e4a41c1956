/** The step survives a reload; it says which one, never whom it is about. */
export function rememberedStep(): string {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'step' in state && typeof state.step === 'string'
    ? state.step
    : '';
}
