import { globSync, readFileSync } from 'node:fs';
import postcss, { type Root } from 'postcss';
import type { Plugin } from 'vite';

/**
 * KERN ships one stylesheet of 340 kB with every component, utility and icon. This keeps what an app names: a rule
 * stays when every `kern-` class of its selector stands somewhere in the sources, a custom property when something
 * reads it. So class names are written out in full, never put together from pieces.
 */
export function kernCss(sources: readonly string[]): Plugin {
  return {
    name: 'kern-css',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/@kern-ux/native/dist/kern.css')) return undefined;
      return { code: keepNamed(code, readAll(sources)), map: null };
    },
  };
}

/** The stylesheet without what `text` does not name. */
export function keepNamed(css: string, text: string): string {
  const root = postcss.parse(css);
  const named = new Set(text.match(/kern-[\w-]+/g));
  root.walkComments((comment) => void comment.remove());
  root.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && 'name' in rule.parent && rule.parent.name === 'keyframes') return;
    const kept = rule.selectors.filter((selector) => classesOf(selector).every((name) => named.has(name)));
    if (kept.length === 0) rule.remove();
    else rule.selectors = kept;
  });
  dropUnreadProperties(root, text);
  root.walkAtRules((atRule) => {
    if (atRule.nodes?.length === 0) atRule.remove();
  });
  return root.toString();
}

/** Classes an element must have. What stands in `:is()` or `:not()` is an alternative or an exception. */
function classesOf(selector: string): readonly string[] {
  let bare = selector;
  for (let before = ''; before !== bare;) {
    before = bare;
    bare = bare.replace(/:(?:is|not|where)\((?:[^()]|\([^()]*\))*\)/g, '');
  }
  return [...bare.matchAll(/\.(kern-[\w-]+)/g)].map((match) => match[1] ?? '');
}

/** Removing one may leave another without a reader, so it goes on until nothing changes. */
function dropUnreadProperties(root: Root, text: string): void {
  for (let dropped = 1; dropped > 0;) {
    dropped = 0;
    const read = new Set([...root.toString().matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]));
    for (const match of text.matchAll(/--kern-[\w-]+/g)) read.add(match[0]);
    root.walkDecls(/^--/, (declaration) => {
      if (read.has(declaration.prop)) return;
      const parent = declaration.parent;
      declaration.remove();
      if (parent?.nodes?.length === 0) parent.remove();
      dropped += 1;
    });
  }
}

const readAll = (patterns: readonly string[]): string =>
  patterns
    .flatMap((pattern) => globSync(pattern))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
