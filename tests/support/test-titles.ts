import { parseAst } from 'vite';

/**
 * What the tests are called, read from their code: a rule counts as tested where its id stands in the name of a test.
 * Rows of `test.for` name their tests too, where the title begins with them; what is skipped names nothing.
 */
export function testTitlesIn(code: string): readonly string[] {
  const titles: string[] = [];
  visit(parseAst(code, { lang: 'ts' }), (node) => {
    if (!isTitled(node)) return;
    const title = node.arguments[0] ? textOf(node.arguments[0]) : '';
    titles.push(title, ...(title.startsWith('%s') ? rowsOf(node).map((row) => row + title.slice(2)) : []));
  });
  return titles;
}

const testers = ['test', 'it', 'describe'];

/** A node of the syntax tree. What its parts are follows from its `type`; hence the casts below. */
type Node = { type: string; [part: string]: unknown };
type Call = Node & { callee: Node; arguments: readonly Node[] };

/** `test(…)`, or `test.for(…)(…)`, but neither `test.skip(…)` nor `test.for(…)` alone, which is given rows and no title. */
function isTitled(node: Node): node is Call {
  if (!isCall(node)) return false;
  const { callee } = node;
  return isTester(callee) || (isCall(callee) && isEach(callee.callee));
}

const isCall = (node: Node): node is Call => node.type === 'CallExpression';

const isTester = (node: Node): boolean => node.type === 'Identifier' && testers.includes(String(node['name']));

const isEach = (node: Node): boolean =>
  node.type === 'MemberExpression' &&
  isTester(node['object'] as Node) &&
  ['for', 'each'].includes(String((node['property'] as Node)['name']));

/** The first text of each row of `test.for([…])(…)`. */
function rowsOf({ callee }: Call): readonly string[] {
  const [rows] = isCall(callee) ? callee.arguments : [];
  return elementsOf(rows).map((row) => textOf(elementsOf(row)[0] ?? row));
}

/** The elements of a list, also of one that is said to be `as const`. */
function elementsOf(node: Node | undefined): readonly Node[] {
  if (node?.type === 'TSAsExpression') return elementsOf(node['expression'] as Node);
  return node?.type === 'ArrayExpression' ? (node['elements'] as readonly Node[]) : [];
}

function textOf(node: Node): string {
  if (node.type === 'Literal') return String(node['value']);
  if (node.type !== 'TemplateLiteral') return '';
  const parts = node['quasis'] as readonly { value: { raw: string } }[];
  return parts.map(({ value }) => value.raw).join('…');
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) for (const one of value) visit(one, see);
  if (!isNode(value)) return;
  see(value);
  for (const part of Object.values(value)) visit(part, see);
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
