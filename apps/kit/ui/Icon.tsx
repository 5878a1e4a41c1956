/** The pictures of KERN that the house uses. They decorate; the words beside them say the same. */
export const iconClasses = {
  add: 'kern-icon--add',
  back: 'kern-icon--arrow-back',
  forward: 'kern-icon--arrow-forward',
  check: 'kern-icon--check',
  close: 'kern-icon--close',
  copy: 'kern-icon--content-copy',
  danger: 'kern-icon--danger',
  delete: 'kern-icon--delete',
  down: 'kern-icon--arrow-down',
  download: 'kern-icon--download',
  draft: 'kern-icon--draft',
  edit: 'kern-icon--edit',
  help: 'kern-icon--help',
  info: 'kern-icon--info',
  language: 'kern-icon--language',
  mail: 'kern-icon--mail',
  more: 'kern-icon--more-vert',
  person: 'kern-icon--account-circle',
  plain: 'kern-icon--easy-language',
  search: 'kern-icon--search',
  success: 'kern-icon--success',
  theme: 'kern-icon--brightness-medium',
  undo: 'kern-icon--autorenew',
  visible: 'kern-icon--visibility',
  warning: 'kern-icon--warning',
} as const;
export type IconName = keyof typeof iconClasses;

export function Icon(props: { name: IconName; size?: 'large' | undefined }) {
  return (
    <span
      class={`kern-icon ${iconClasses[props.name]}`}
      classList={{ 'kern-icon--large': props.size === 'large' }}
      aria-hidden="true"
    />
  );
}
