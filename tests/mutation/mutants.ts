/**
 * Small mistakes a hand can make in a file of rules. Words for readers and editors, which are
 * Chinese, and types are left as they are.
 */
import ts from 'typescript';

/** A stretch of a file that says something else. */
export interface Mutant {
  readonly file: string;
  readonly line: number;
  /** Where what it changes begins to be worked out: it cannot be noticed unless this place runs. */
  readonly asked: number;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** The lines touched, without blanks around them, before and after. */
  readonly before: string;
  readonly after: string;
}

const operators: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '&&': '||',
  '||': '&&',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '+=': '-=',
  '-=': '+=',
};

const methods: Readonly<Record<string, string>> = {
  min: 'max',
  max: 'min',
  ceil: 'floor',
  floor: 'ceil',
  some: 'every',
  every: 'some',
  find: 'findLast',
  findLast: 'find',
  findIndex: 'findLastIndex',
  indexOf: 'lastIndexOf',
  lastIndexOf: 'indexOf',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  shift: 'pop',
  pop: 'shift',
  push: 'unshift',
  unshift: 'push',
  padStart: 'padEnd',
  padEnd: 'padStart',
  toLowerCase: 'toUpperCase',
  toUpperCase: 'toLowerCase',
};

const droppable = new Set([
  'sort',
  'toSorted',
  'reverse',
  'toReversed',
  'trim',
  'trimStart',
  'trimEnd',
  'filter',
]);

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** All mutants of a file, in the order of its text. */
export function mutantsOf(file: string, text: string): Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Mutant[] = [];

  const replace = (start: number, end: number, replacement: string, asked = start): void => {
    const from = text.lastIndexOf('\n', start - 1) + 1;
    const newline = text.indexOf('\n', end);
    const to = newline < 0 ? text.length : newline;
    found.push({
      file,
      line: source.getLineAndCharacterOfPosition(start).line + 1,
      asked,
      start,
      end,
      replacement,
      before: text.slice(from, to).trim(),
      after: (text.slice(from, start) + replacement + text.slice(end, to)).trim(),
    });
  };
  const instead = (node: ts.Node, replacement: string): void =>
    replace(node.getStart(source), node.getEnd(), replacement);

  const visit = (node: ts.Node): void => {
    if (isNoRule(node)) return;
    mutate(node);
    ts.forEachChild(node, visit);
  };

  const mutate = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node)) {
      const other = operators[node.operatorToken.getText(source)];
      const { operatorToken: token } = node;
      if (other !== undefined) {
        replace(token.getStart(source), token.getEnd(), other, node.getStart(source));
      }
    } else if (ts.isConditionalExpression(node)) {
      const { condition, whenTrue, whenFalse } = node;
      instead(condition, `!(${condition.getText(source)})`);
      const arms = [condition, whenFalse, whenTrue].map((part) => part.getText(source));
      instead(node, `${arms[0]} ? ${arms[1]} : ${arms[2]}`);
    } else if (ts.isIfStatement(node)) {
      instead(node.expression, `!(${node.expression.getText(source)})`);
      if (!node.elseStatement && leaves(node.thenStatement)) instead(node, '');
    } else if (ts.isWhileStatement(node)) {
      instead(node.expression, 'false');
    } else if (
      ts.isPrefixUnaryExpression(node) &&
      node.operator === ts.SyntaxKind.ExclamationToken
    ) {
      instead(node, node.operand.getText(source));
    } else if (ts.isNumericLiteral(node)) {
      const number = Number(node.text);
      if (!isSign(node)) instead(node, String(number + 1));
      if (number > 0) instead(node, String(number - 1));
    } else if (node.kind === ts.SyntaxKind.TrueKeyword) {
      instead(node, 'false');
    } else if (node.kind === ts.SyntaxKind.FalseKeyword) {
      instead(node, 'true');
    } else if (ts.isCallExpression(node)) {
      mutateCall(node);
    } else if (ts.isStringLiteralLike(node) && isValue(node)) {
      if (node.text !== '' && !hasHan(node.text)) instead(node, "''");
    } else if (ts.isRegularExpressionLiteral(node)) {
      mutatePattern(node);
    }
  };

  const mutateCall = (node: ts.CallExpression): void => {
    const { expression } = node;
    if (!ts.isPropertyAccessExpression(expression)) return;
    const name = expression.name.text;
    const other = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (other !== undefined) instead(expression.name, other);
    if (droppable.has(name)) replace(expression.expression.getEnd(), node.getEnd(), '');
    const [argument] = node.arguments;
    if (name === 'at' && argument && ['0', '-1'].includes(argument.getText(source))) {
      instead(argument, argument.getText(source) === '0' ? '-1' : '0');
    }
  };

  const mutatePattern = (node: ts.RegularExpressionLiteral): void => {
    const start = node.getStart(source);
    for (const { at, length, replacement } of weakerPatterns(node.text)) {
      replace(start + at, start + at + length, replacement);
    }
  };

  visit(source);
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Types, imports and what only names something. */
const isNoRule = (node: ts.Node): boolean =>
  ts.isTypeNode(node) ||
  ts.isImportDeclaration(node) ||
  ts.isExportDeclaration(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node);

/** Not the name of a property. */
const isValue = (node: ts.StringLiteralLike): boolean =>
  !(ts.isPropertyAssignment(node.parent) && node.parent.name === node) &&
  !ts.isTaggedTemplateExpression(node.parent);

/** `a < b ? -1 : 1`: how far from 0 says nothing. */
function isSign(node: ts.NumericLiteral): boolean {
  const arm = ts.isPrefixUnaryExpression(node.parent) ? node.parent : node;
  return (
    node.text === '1' &&
    ts.isConditionalExpression(arm.parent) &&
    arm.parent.condition !== arm &&
    ts.isBinaryExpression(arm.parent.condition) &&
    ['<', '>'].includes(arm.parent.condition.operatorToken.getText())
  );
}

/** Whether a statement only leaves: `return`, `throw`, `continue`, `break`. */
function leaves(statement: ts.Statement): boolean {
  if (ts.isBlock(statement)) {
    const last = statement.statements.at(-1);
    return statement.statements.length === 1 && last !== undefined && leaves(last);
  }
  return (
    ts.isReturnStatement(statement) ||
    ts.isThrowStatement(statement) ||
    ts.isContinueStatement(statement) ||
    ts.isBreakStatement(statement)
  );
}

/** Anchors and quantifiers of a pattern left out or weakened; classes stay whole. */
function weakerPatterns(
  literal: string,
): { readonly at: number; readonly length: number; readonly replacement: string }[] {
  const end = literal.lastIndexOf('/');
  const found: { at: number; length: number; replacement: string }[] = [];
  let inClass = false;
  for (let at = 1; at < end; at += 1) {
    const character = literal[at] ?? '';
    if (character === '\\') at += 1;
    else if (inClass) inClass = character !== ']';
    else if (character === '[') inClass = true;
    else if (character === '^' || character === '$') found.push({ at, length: 1, replacement: '' });
    // `(?:` and `+?` are no quantifiers of their own.
    else if (literal[at - 1] === '(' || /[+*?}]/.test(literal[at - 1] ?? '')) continue;
    else if (character === '+') found.push({ at, length: 1, replacement: '*' });
    else if (character === '*') found.push({ at, length: 1, replacement: '+' });
    else if (character === '?') found.push({ at, length: 1, replacement: '' });
  }
  return found;
}
