import { tag, written, xmlFile } from '#domain/handout/office/xml.ts';

/**
 * Parts of an Office file and how they hang together (ECMA-376 part 2, Open Packaging
 * Conventions): the list of content types, and beside each part the list of what it refers to.
 */
export interface PackagePart {
  /** Below the root of the package, without a leading stroke. */
  readonly path: string;
  readonly contentType: string;
  readonly content: string | Uint8Array;
  readonly relations: readonly Relation[];
}

export interface Relation {
  readonly id: string;
  /** The end of the type, below `…/officeDocument/2006/relationships/`; a whole address otherwise. */
  readonly type: string;
  /** Path below the root of the package, or an address on the web. */
  readonly target: string;
  readonly isExternal?: boolean;
}

export const officeRelations =
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageSchemas = 'http://schemas.openxmlformats.org/package/2006';

/** Gives out ids of relations; the same target is asked for once. */
export class Relations {
  readonly list: Relation[] = [];
  readonly #known = new Map<string, string>();

  add(type: string, target: string, isExternal = false): string {
    const known = this.#known.get(`${type} ${target}`);
    if (known !== undefined) return known;
    const id = `rId${this.list.length + 1}`;
    this.list.push({ id, type, target, isExternal });
    this.#known.set(`${type} ${target}`, id);
    return id;
  }

  link(address: string): string {
    return this.add('hyperlink', address, true);
  }
}

/** Every file of the package, in the order it stands in the zip: content types come first. */
export function packageFiles(
  parts: readonly PackagePart[],
  roots: readonly Relation[],
): ReadonlyMap<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>([
    ['[Content_Types].xml', contentTypes(parts)],
    ['_rels/.rels', relationsFile(roots, '')],
  ]);
  for (const part of parts) {
    files.set(part.path, part.content);
    if (part.relations.length > 0)
      files.set(relationsPath(part.path), relationsFile(part.relations, part.path));
  }
  return files;
}

const extensions: readonly (readonly [string, string])[] = [
  ['png', 'image/png'],
  ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
  ['xml', 'application/xml'],
];

function contentTypes(parts: readonly PackagePart[]): string {
  const defaults = extensions.map(([Extension, ContentType]) =>
    tag('Default', { Extension, ContentType }),
  );
  const overrides = parts
    .filter(({ path }) => path.endsWith('.xml'))
    .map(({ path, contentType }) =>
      tag('Override', { PartName: `/${path}`, ContentType: contentType }),
    );
  return xmlFile(
    tag('Types', { xmlns: `${packageSchemas}/content-types` }, ...defaults, ...overrides),
  );
}

function relationsPath(path: string): string {
  const cut = path.lastIndexOf('/') + 1;
  return `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`;
}

function relationsFile(relations: readonly Relation[], from: string): string {
  const entries = relations.map(({ id, type, target, isExternal = false }) =>
    tag('Relationship', {
      Id: id,
      Type: type.includes(':') ? type : `${officeRelations}/${type}`,
      Target: isExternal ? target : relativePath(from, target),
      TargetMode: isExternal ? 'External' : null,
    }),
  );
  return xmlFile(tag('Relationships', { xmlns: `${packageSchemas}/relationships` }, ...entries));
}

/** Relative, as Office itself writes it: some readers know no other. */
function relativePath(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  while (here.length > 0 && here[0] === there[0]) {
    here.shift();
    there.shift();
  }
  return [...here.map(() => '..'), ...there].join('/');
}

/** Title, day and program, where a file's properties are looked up. `day` is `yyyy-mm-dd`. */
export function propertyParts(title: string, day: string, language: string): PackagePart[] {
  const moment = `${day}T00:00:00Z`;
  const core = tag(
    'cp:coreProperties',
    {
      'xmlns:cp': `${packageSchemas}/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    tag('dc:title', null, written(title)),
    tag('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, moment),
    tag('dcterms:modified', { 'xsi:type': 'dcterms:W3CDTF' }, moment),
    tag('dc:language', null, language),
  );
  const app = tag(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    tag('Application', null, 'Microsoft Office'),
  );
  return [
    {
      path: 'docProps/core.xml',
      contentType: 'application/vnd.openxmlformats-package.core-properties+xml',
      content: xmlFile(core),
      relations: [],
    },
    {
      path: 'docProps/app.xml',
      contentType: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
      content: xmlFile(app),
      relations: [],
    },
  ];
}

export const rootRelations = (main: string): Relation[] => [
  { id: 'rId1', type: 'officeDocument', target: main },
  {
    id: 'rId2',
    type: `${packageSchemas}/relationships/metadata/core-properties`,
    target: 'docProps/core.xml',
  },
  { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' },
];
