/** A reader of XML 1.0 with namespaces' prefixes as they stand, that takes nothing doubtful. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Text of the element itself. */
  readonly text: string;
}

const piece =
  /<\/([\w:.-]+)>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|<\?xml [^?]*\?>|([^<]+)/uy;
const entity = /&(?:lt|gt|amp|quot|apos|#x?[\da-fA-F]+);/g;
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

function decoded(text: string): string {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text))
    throw new Error(`a character XML cannot hold in ${JSON.stringify(text.slice(0, 60))}`);
  if (text.replace(entity, '').includes('&')) throw new Error(`a bare & in ${text.slice(0, 60)}`);
  return text.replace(/&(\w+);/g, (whole, name: string) => named[name] ?? whole);
}

export function readXml(text: string): XmlElement {
  interface Open {
    name: string;
    attributes: Map<string, string>;
    children: XmlElement[];
    text: string;
  }
  const stack: Open[] = [{ name: '', attributes: new Map(), children: [], text: '' }];
  const top = (): Open => stack[stack.length - 1] ?? { ...(stack[0] as Open) };
  piece.lastIndex = 0;
  for (let at = 0; at < text.length; at = piece.lastIndex) {
    const match = piece.exec(text);
    if (!match) throw new Error(`not XML: ${text.slice(at, at + 60)}`);
    const [, end, start, list = '', single, words] = match;
    if (words !== undefined) top().text += decoded(words);
    if (start !== undefined) {
      const attributes = new Map<string, string>();
      for (const [, name = '', value = ''] of list.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
        if (attributes.has(name)) throw new Error(`${name} twice in <${start}>`);
        attributes.set(name, decoded(value));
      }
      const opened = { name: start, attributes, children: [], text: '' };
      top().children.push(opened);
      if (single === '') stack.push(opened);
    }
    if (end !== undefined) {
      const closed = stack.pop();
      if (closed?.name !== end) throw new Error(`</${end}> closes <${closed?.name}>`);
    }
  }
  const [root] = top().children;
  if (stack.length !== 1 || !root) throw new Error(`<${top().name}> is not closed`);
  return root;
}

export function* all(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* all(child);
}
