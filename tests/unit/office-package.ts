import { strFromU8, unzipSync } from 'fflate';
import {
  contentModels,
  namedOtherwise,
  countedElements,
  textElements,
  wholeNumbers,
} from './office-content-models.ts';
import { all, readXml, type XmlElement } from './strict-xml.ts';

export interface OfficePart {
  readonly path: string;
  readonly root: XmlElement;
}

const isXml = (path: string): boolean => /\.(xml|rels)$/.test(path);
const get = (element: XmlElement, name: string): string => element.attributes.get(name) ?? '';

/** What would make Word or PowerPoint ask whether to repair a file, a sentence each. */
export function faultsOf(file: Uint8Array): string[] {
  const files = unzipSync(file);
  const faults: string[] = [];
  const parts = new Map<string, XmlElement>();
  if (Object.keys(files)[0] !== '[Content_Types].xml') faults.push('content types come first');
  for (const [path, bytes] of Object.entries(files)) {
    if (!isXml(path)) continue;
    try {
      parts.set(path, readXml(strFromU8(bytes)));
    } catch (reason) {
      faults.push(`${path}: ${(reason as Error).message}`);
    }
  }
  const paths = new Set(Object.keys(files));
  faults.push(...typeFaults(parts, paths), ...relationFaults(parts, paths));
  for (const [path, root] of parts) {
    const say = (what: string): number => faults.push(`${path}: ${what}`);
    for (const element of all(root)) contentFaults(element).forEach(say);
    if (path === 'word/document.xml') wordFaults(root, parts).forEach(say);
    if (path.startsWith('ppt/') && !path.endsWith('.rels')) slideFaults(root).forEach(say);
  }
  return faults;
}

/** Order, number and kind of what stands in an element. */
function contentFaults(element: XmlElement): string[] {
  const { name, children, attributes, text } = element;
  const faults: string[] = [];
  if (text !== '' && !textElements.has(name)) faults.push(`text in <${name}>`);
  for (const [attribute, value] of attributes)
    if (
      !namedOtherwise.has(name) &&
      (wholeNumbers.has(attribute) ||
        (countedElements.has(name) && /^(w:)?val$/.test(attribute))) &&
      !/^-?\d+$/.test(value)
    )
      faults.push(`<${name} ${attribute}="${value}"> is no whole number`);
  const model = contentModels[name];
  if (model === undefined)
    return children.length === 0 ? faults : [...faults, `<${name}> may hold nothing we know`];
  const rest = [...children];
  for (const term of model.split(' ')) {
    const names = term.slice(0, -1).split('|');
    const sign = term.slice(-1);
    let count = 0;
    while (rest[0] && names.includes(rest[0].name) && (count === 0 || /[*+]/.test(sign))) {
      rest.shift();
      count += 1;
    }
    if (count === 0 && /[!+]/.test(sign)) faults.push(`<${name}> lacks <${names.join('|')}>`);
  }
  if (rest[0]) faults.push(`<${rest[0].name}> stands in <${name}> where it may not`);
  return faults;
}

function typeFaults(parts: ReadonlyMap<string, XmlElement>, paths: ReadonlySet<string>): string[] {
  const types = parts.get('[Content_Types].xml')?.children ?? [];
  const overridden = new Set(
    types.filter(({ name }) => name === 'Override').map((type) => get(type, 'PartName').slice(1)),
  );
  const extensions = new Set(
    types.filter(({ name }) => name === 'Default').map((type) => get(type, 'Extension')),
  );
  return [
    ...[...overridden].filter((path) => !paths.has(path)).map((path) => `no ${path}, yet a type`),
    ...[...paths]
      .filter((path) => path !== '[Content_Types].xml' && !overridden.has(path))
      .filter(
        (path) => !extensions.has(path.split('.').pop() ?? '') || /(?<!rels)\.xml$/.test(path),
      )
      .map((path) => `${path} has no type of its own`),
  ];
}

/** Relations that are meant by their type, without an id in the part. */
const implicit =
  /\/(styles|numbering|settings|fontTable|footnotes|theme|slideLayout|slideMaster|notesMaster|notesSlide|slide|officeDocument|core-properties|extended-properties)$/;

function relationFaults(
  parts: ReadonlyMap<string, XmlElement>,
  paths: ReadonlySet<string>,
): string[] {
  const faults: string[] = [];
  const reached = new Set(['[Content_Types].xml', '_rels/.rels']);
  const idsOf = new Map<string, Set<string>>();
  for (const [path, root] of parts) {
    if (!path.endsWith('.rels')) continue;
    const from = path.replace(/_rels\/([^/]*)\.rels$/, '$1');
    if (from !== '' && !paths.has(from)) faults.push(`${path} is of no part`);
    reached.add(path);
    const used = new Set(
      [...all(parts.get(from) ?? root)].flatMap(({ attributes }) =>
        [...attributes].filter(([name]) => name.startsWith('r:')).map(([, id]) => id),
      ),
    );
    const ids = root.children.map((relation) => get(relation, 'Id'));
    if (new Set(ids).size < ids.length) faults.push(`${path}: an id twice`);
    idsOf.set(from, new Set(ids));
    for (const relation of root.children) {
      const target = get(relation, 'Target');
      const type = get(relation, 'Type');
      if (!used.has(get(relation, 'Id')) && !implicit.test(type))
        faults.push(`${path}: ${get(relation, 'Id')} is not used`);
      if (get(relation, 'TargetMode') === 'External') {
        if (!URL.canParse(target) || /[^\x21-\x7e]/.test(target))
          faults.push(`${path}: ${target} is no address`);
        continue;
      }
      const found = new URL(target, `file:///${from}`).pathname.slice(1);
      if (!paths.has(found)) faults.push(`${path}: no ${found}`);
      reached.add(found);
    }
  }
  for (const [path, root] of parts)
    for (const { name, attributes } of all(root))
      for (const [attribute, id] of attributes)
        if (attribute.startsWith('r:') && !idsOf.get(path)?.has(id))
          faults.push(`${path}: <${name}> asks for ${id}`);
  faults.push(
    ...[...paths].filter((path) => !reached.has(path)).map((path) => `${path} is not led to`),
  );
  return faults;
}

function twice(values: readonly string[], what: string): string[] {
  return values
    .filter((value, index) => values.indexOf(value) < index)
    .map((value) => `${what} ${value} twice`);
}

function wordFaults(root: XmlElement, parts: ReadonlyMap<string, XmlElement>): string[] {
  const elements = [...all(root)];
  const named = (name: string): XmlElement[] => elements.filter((element) => element.name === name);
  const values = (name: string, attribute: string): string[] =>
    named(name).map((element) => get(element, attribute));
  const styles = new Set(
    (parts.get('word/styles.xml')?.children ?? []).map((style) => get(style, 'w:styleId')),
  );
  const numbers = new Set(
    (parts.get('word/numbering.xml')?.children ?? []).map((number) => get(number, 'w:numId')),
  );
  const bookmarks = values('w:bookmarkStart', 'w:name');
  const anchors = named('w:hyperlink').flatMap(
    ({ attributes }) => attributes.get('w:anchor') ?? [],
  );
  const starts = values('w:bookmarkStart', 'w:id');
  const ends = values('w:bookmarkEnd', 'w:id');
  return [
    ...twice(bookmarks, 'bookmark'),
    ...twice(starts, 'bookmark'),
    ...starts.filter((id) => !ends.includes(id)).map((id) => `bookmark ${id} does not end`),
    ...bookmarks
      .filter((name) => !/^[A-Za-z]\w{0,39}$/.test(name))
      .map((name) => `a bookmark cannot be called ${name}`),
    ...anchors.filter((name) => !bookmarks.includes(name)).map((name) => `no bookmark ${name}`),
    ...[...values('w:pStyle', 'w:val'), ...values('w:rStyle', 'w:val')]
      .filter((id) => !styles.has(id))
      .map((id) => `no style ${id}`),
    ...values('w:numId', 'w:val')
      .filter((id) => !numbers.has(id))
      .map((id) => `no list ${id}`),
    ...named('w:tbl').flatMap(tableFaults),
    ...named('w:body').flatMap(({ children }) =>
      children
        .filter(({ name }, index) => name === 'w:tbl' && children[index + 1]?.name !== 'w:p')
        .map(() => 'a table no paragraph follows'),
    ),
  ];
}

function tableFaults({ children }: XmlElement): string[] {
  const [properties, grid, ...rows] = children;
  const columns = (grid?.children ?? []).map((column) => Number(get(column, 'w:w')));
  const width = properties?.children.find(({ name }) => name === 'w:tblW');
  const sum = columns.reduce((total, column) => total + column, 0);
  return [
    ...(width && Number(get(width, 'w:w')) === sum
      ? []
      : ['a table is not as wide as its columns']),
    ...rows.flatMap((row) => {
      const cells = row.children.filter(({ name }) => name === 'w:tc');
      const wrong = cells.filter((cell, at) => {
        const own = [...all(cell)].find(({ name }) => name === 'w:tcW');
        return !own || Number(get(own, 'w:w')) !== columns[at];
      });
      return [
        ...(cells.length === columns.length ? [] : ['a row with another number of cells']),
        ...(wrong.length === 0 ? [] : ['a cell is not as wide as its column']),
        ...cells
          .filter((cell) => cell.children[cell.children.length - 1]?.name !== 'w:p')
          .map(() => 'a cell does not end in a paragraph'),
      ];
    }),
  ];
}

const page = { cx: 12192000, cy: 6858000 };

function slideFaults(root: XmlElement): string[] {
  const elements = [...all(root)];
  const ids = elements.filter(({ name }) => name === 'p:cNvPr').map((shape) => get(shape, 'id'));
  const sized = elements.filter(({ name }) => name === 'a:xfrm' || name === 'p:xfrm');
  return [
    ...twice(ids, 'shape'),
    ...elements
      .filter(({ name }) => name === 'a:stCxn' || name === 'a:endCxn')
      .filter((end) => !ids.includes(get(end, 'id')))
      .map((end) => `an arrow holds on to ${get(end, 'id')}, which is not there`),
    ...(root.name !== 'p:sld' ? [] : sized).flatMap(({ children: [place, size] }) => {
      if (!place || !size) return ['a shape without place'];
      const right = Number(get(place, 'x')) + Number(get(size, 'cx'));
      const bottom = Number(get(place, 'y')) + Number(get(size, 'cy'));
      return right > page.cx || bottom > page.cy || /-/.test(get(place, 'x') + get(place, 'y'))
        ? ['a shape leaves the slide']
        : [];
    }),
    ...elements
      .filter(({ name }) => name === 'a:tbl')
      .flatMap(({ children }) => {
        const columns = children.find(({ name }) => name === 'a:tblGrid')?.children.length;
        return children
          .filter(({ name, children: cells }) => name === 'a:tr' && cells.length !== columns)
          .map(() => 'a row with another number of cells');
      }),
    ...twice(
      elements
        .filter(({ name }) => /^p:sld(Layout|Master)?Id$/.test(name))
        .map((id) => get(id, 'id')),
      'id',
    ),
  ];
}

/** All text of a part, paragraphs apart by a line break. */
export const textsOf = (file: Uint8Array, path: RegExp): string =>
  Object.entries(unzipSync(file))
    .filter(([name]) => path.test(name))
    .map(([, bytes]) =>
      [...all(readXml(strFromU8(bytes)))]
        .map(({ name, text }) =>
          name === 'w:p' || name === 'a:p' ? '\n' : /^[wa]:t$/.test(name) ? text : '',
        )
        .join(''),
    )
    .join('\n');
