/** Brings a field into view and gives it the focus: the control itself, or the first one of a group. What is folded opens. */
export function focusField(fieldId: string): void {
  const target = document.getElementById(fieldId);
  if (!target) return;
  const folded = target.closest('details');
  if (folded) folded.open = true;
  const control = target.matches(controls) ? target : (target.querySelector<HTMLElement>(controls) ?? target);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  target.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  control.focus({ preventScroll: true });
}

/** The same, after what is being changed has been drawn. */
export const focusFieldSoon = (fieldId: string): void => queueMicrotask(() => focusField(fieldId));

const controls = 'input, select, textarea, button, canvas[tabindex]';
