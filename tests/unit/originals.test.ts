import assert from 'node:assert/strict';
import { test } from 'node:test';
import { originalOf } from '#domain/citation/library.ts';
import { toBibLatex } from '#domain/exports/biblatex.ts';
import { toCslItem } from '#domain/exports/csl-json.ts';
import { toRis } from '#domain/exports/ris.ts';
import { known } from '#domain/practice/fact.ts';
import {
  arePages,
  arePagesInOrder,
  isDoi,
  isIsbn,
  isIssn,
  isWebAddress,
} from '#domain/practice/identifiers.ts';
import { practiceRecord } from '#domain/practice/practice-record.ts';
import { dateOf, openFacts, sourceFacts, type Source } from '#domain/practice/source.ts';
import { citationLinks, datasetGraph, practiceGraph } from '#domain/site/page-metadata.ts';
import { text as words } from '#words/index.ts';
import {
  aBookSource,
  aChange,
  aChapterSource,
  aJournalSource,
  aNewspaperSource,
  aPractice,
  aReportSource,
  aSource,
  aThesisSource,
  aWebSource,
  anInterviewSource,
  aManuscriptSource,
  everyKindOfSource,
} from './builders.ts';

/** With everything that may be known of their kind. */
const full = {
  journal: aJournalSource({
    volume: known('8'),
    articleNumber: known('e12'),
    date: known('2023-04-15'),
    doi: known('10.1234/qc.2023'),
    issn: known('1234-5679'),
    url: known('https://example.org/kan'),
  }),
  newspaper: aNewspaperSource({ url: known('https://example.org/bao') }),
  book: aBookSource({ edition: known('2'), isbn: known('978-7-04-000000-9') }),
  chapter: aChapterSource({ edition: known('3'), isbn: known('7-04-000000-8') }),
  report: aReportSource(),
  web: aWebSource(),
  thesis: aThesisSource({ pages: known('12-18') }),
  manuscript: aManuscriptSource(),
  interview: anInterviewSource(),
  scan: aSource(),
} as const satisfies Record<string, Source>;
type Kind = keyof typeof full;

const today = { accessedOn: '2026-11-20' };
const recordOf = (source: Source) => originalOf({ id: 'x', source });

/** What tells of the place it appeared in; name, dates and language stand in every entry. */
const risOf = (source: Source): string =>
  toRis([recordOf(source)], today)
    .split('\r\n')
    .filter((line) => !/^(ID|TI|AU|LA|ER)/.test(line) && line !== '')
    .map((line) => line.replace('  - ', ' '))
    .join(' | ');
const bibOf = (source: Source): string =>
  toBibLatex([recordOf(source)], today)
    .split('\n')
    .filter((line) => line !== '' && line !== '}' && !/^ {2}(title|author|langid) = /.test(line))
    .map((line) => line.trim().replace(/,$/, ''))
    .join(' | ');
const cslOf = (source: Source): unknown => {
  const { id, title, author, language, ...rest } = toCslItem(recordOf(source), today);
  assert.deepEqual(
    [id, title !== undefined, author?.length, language],
    ['x-original', true, 1, 'zh-CN'],
  );
  return rest;
};

const ris: Readonly<Record<Kind, string>> = {
  journal:
    'TY JOUR | T2 青川治理 | VL 8 | IS 4 | SP 12 | EP 18 | M1 e12 | DO 10.1234/qc.2023 | SN 1234-5679 | PY 2023 | DA 2023/04/15 | Y2 2026/11/20 | UR https://example.org/kan',
  newspaper:
    'TY NEWS | T2 青川日报 | SP 04 | PY 2023 | DA 2023/07/21 | Y2 2026/11/20 | UR https://example.org/bao',
  book: 'TY BOOK | CY 青川 | PB 青川出版社 | ET 2 | SP 12 | EP 18 | SN 978-7-04-000000-9 | PY 2023 | DA 2023',
  chapter:
    'TY CHAP | T2 青川治理十年 | ED 王建国 | CY 青川 | PB 青川出版社 | ET 3 | SP 12 | EP 18 | SN 7-04-000000-8 | PY 2023 | DA 2023',
  report: 'TY RPRT | PB 青川市人民政府 | SN 青政发〔2023〕4号 | PY 2023 | DA 2023/07/21',
  web: 'TY ELEC | T2 青川网 | PY 2023 | DA 2023/07/21 | Y2 2026/11/18 | UR https://example.org/zhuozi',
  thesis: 'TY THES | PB 青川大学 | CY 青川 | M3 博士学位论文 | SP 12 | EP 18 | PY 2023 | DA 2023',
  manuscript: 'TY UNPB | AV 青川市委党校资料室 | PY 2023 | DA 2023/07/21',
  interview: 'TY PCOMM | A2 王建国 | AV 青川市委党校资料室 | PY 2023 | DA 2023/07/21',
  scan: 'TY JOUR',
};

const bib: Readonly<Record<Kind, string>> = {
  journal:
    '@article{x-original | journaltitle = {{青川治理}} | volume = {8} | number = {4} | pages = {12--18} | eid = {e12} | doi = {10.1234/qc.2023} | issn = {1234-5679} | date = {2023-04-15} | urldate = {2026-11-20} | url = {https://example.org/kan}',
  newspaper:
    '@article{x-original | entrysubtype = {newspaper} | journaltitle = {{青川日报}} | pages = {04} | date = {2023-07-21} | urldate = {2026-11-20} | url = {https://example.org/bao}',
  book: '@book{x-original | location = {青川} | publisher = {{青川出版社}} | edition = {2} | pages = {12--18} | isbn = {978-7-04-000000-9} | date = {2023}',
  chapter:
    '@incollection{x-original | booktitle = {{青川治理十年}} | editor = {{王建国}} | location = {青川} | publisher = {{青川出版社}} | edition = {3} | pages = {12--18} | isbn = {7-04-000000-8} | date = {2023}',
  report:
    '@report{x-original | type = {report} | institution = {{青川市人民政府}} | number = {青政发〔2023〕4号} | date = {2023-07-21}',
  web: '@online{x-original | journaltitle = {{青川网}} | date = {2023-07-21} | urldate = {2026-11-18} | url = {https://example.org/zhuozi}',
  thesis:
    '@thesis{x-original | type = {phdthesis} | institution = {{青川大学}} | location = {青川} | pages = {12--18} | date = {2023}',
  manuscript: '@unpublished{x-original | library = {{青川市委党校资料室}} | date = {2023-07-21}',
  interview:
    '@unpublished{x-original | library = {{青川市委党校资料室}} | editor = {{王建国}} | editortype = {interviewer} | date = {2023-07-21}',
  scan: '@article{x-original',
};

const day = { 'date-parts': [[2023, 7, 21]] };
const year = { 'date-parts': [[2023]] };
const read = { accessed: { 'date-parts': [[2026, 11, 20]] } };
const imprint = { publisher: '青川出版社', 'publisher-place': '青川', page: '12-18' };
const csl: Readonly<Record<Kind, unknown>> = {
  journal: {
    ...{ type: 'article-journal', 'container-title': '青川治理', volume: '8', issue: '4' },
    ...{ page: '12-18', number: 'e12', DOI: '10.1234/qc.2023', ISSN: '1234-5679' },
    ...{ issued: { 'date-parts': [[2023, 4, 15]] }, ...read, URL: 'https://example.org/kan' },
  },
  newspaper: {
    ...{ type: 'article-newspaper', 'container-title': '青川日报', page: '04', issued: day },
    ...{ ...read, URL: 'https://example.org/bao' },
  },
  book: { type: 'book', ...imprint, edition: '2', ISBN: '978-7-04-000000-9', issued: year },
  chapter: {
    ...{ type: 'chapter', 'container-title': '青川治理十年', editor: [{ literal: '王建国' }] },
    ...{ ...imprint, edition: '3', ISBN: '7-04-000000-8', issued: year },
  },
  report: { type: 'report', publisher: '青川市人民政府', number: '青政发〔2023〕4号', issued: day },
  web: {
    ...{ type: 'webpage', 'container-title': '青川网', issued: day },
    ...{ accessed: { 'date-parts': [[2026, 11, 18]] }, URL: 'https://example.org/zhuozi' },
  },
  thesis: {
    ...{ type: 'thesis', publisher: '青川大学', 'publisher-place': '青川' },
    ...{ genre: '博士学位论文', page: '12-18', issued: year },
  },
  manuscript: { type: 'manuscript', archive: '青川市委党校资料室', issued: day },
  interview: {
    ...{ type: 'interview', interviewer: [{ literal: '王建国' }] },
    ...{ archive: '青川市委党校资料室', issued: day },
  },
  scan: { type: 'article-journal' },
};

const organization = (name: string) => ({ publisher: { '@type': 'Organization', name } });
const graph: Readonly<Record<Kind, unknown>> = {
  journal: {
    ...{ '@type': 'Article', datePublished: '2023-04-15', url: 'https://example.org/kan' },
    ...{ pagination: '12-18', sameAs: 'https://doi.org/10.1234/qc.2023' },
    isPartOf: {
      '@type': 'PublicationIssue',
      issueNumber: '4',
      isPartOf: {
        '@type': 'PublicationVolume',
        volumeNumber: '8',
        isPartOf: { '@type': 'Periodical', name: '青川治理', issn: '1234-5679' },
      },
    },
  },
  newspaper: {
    ...{ '@type': 'NewsArticle', datePublished: '2023-07-21', url: 'https://example.org/bao' },
    ...{ printEdition: '04', isPartOf: { '@type': 'Newspaper', name: '青川日报' } },
  },
  book: {
    ...{ '@type': 'Book', datePublished: '2023', isbn: '978-7-04-000000-9', bookEdition: '2' },
    ...organization('青川出版社'),
  },
  chapter: {
    ...{ '@type': 'Chapter', datePublished: '2023', pagination: '12-18' },
    isPartOf: {
      ...{ '@type': 'Book', name: '青川治理十年', editor: [{ '@type': 'Person', name: '王建国' }] },
      ...{ isbn: '7-04-000000-8', bookEdition: '3', ...organization('青川出版社') },
    },
  },
  report: {
    ...{ '@type': 'Report', datePublished: '2023-07-21', reportNumber: '青政发〔2023〕4号' },
    ...organization('青川市人民政府'),
  },
  web: {
    ...{ '@type': 'WebPage', datePublished: '2023-07-21', url: 'https://example.org/zhuozi' },
    isPartOf: { '@type': 'WebSite', name: '青川网' },
  },
  thesis: {
    ...{ '@type': 'Thesis', datePublished: '2023', inSupportOf: '博士' },
    ...organization('青川大学'),
  },
  manuscript: { '@type': 'Manuscript', dateCreated: '2023-07-21' },
  interview: { '@type': 'CreativeWork', dateCreated: '2023-07-21', genre: '访谈' },
  scan: { '@type': 'Article' },
};
const publication = { origin: 'https://example.org', words };
const basedOn = (source: Source): object =>
  practiceGraph(aPractice({ source }), publication)['@graph'][3].isBasedOn;

for (const [kind, source] of Object.entries(full) as [Kind, Source][]) {
  test(`a ${kind} reaches reference managers and search engines with where it appeared`, () => {
    assert.equal(risOf(source), ris[kind]);
    assert.equal(bibOf(source), bib[kind]);
    assert.deepEqual(cslOf(source), csl[kind]);
    const { headline, name, inLanguage, author, ...rest } = basedOn(source) as Record<
      string,
      unknown
    >;
    assert.deepEqual(rest, graph[kind]);
    assert.deepEqual([headline, inLanguage], [name, 'zh-CN']);
    assert.equal((author as unknown[]).length, 1);
  });
}

test('what nobody knows of an original is left out, not filled in', () => {
  const bare = aJournalSource({
    title: 'unknown',
    bylines: [],
    authorsUnknown: true,
    journal: 'unknown',
    year: 'unknown',
    issue: 'unknown',
    pages: 'unknown',
  });
  assert.equal(
    toRis([recordOf(bare)], today).replace(/\r\n/g, '|'),
    'TY  - JOUR|ID  - x-original|LA  - zh-CN|ER  - |',
  );
  assert.deepEqual(basedOn(bare), { '@type': 'Article', inLanguage: 'zh-CN' });
  const nobodyAt: Source[] = [
    aNewspaperSource({ newspaper: 'unknown' }),
    aWebSource({ site: 'unknown' }),
    aReportSource({ issuer: 'unknown' }),
    aThesisSource({ school: 'unknown', degree: 'unknown' }),
    aManuscriptSource({ date: 'unknown' }),
  ];
  for (const source of nobodyAt) {
    assert.doesNotMatch(
      JSON.stringify(basedOn(source)),
      /isPartOf|publisher|inSupportOf|dateCreated/,
    );
  }
  const alone = basedOn(aChapterSource({ book: 'unknown', editors: [], publisher: 'unknown' }));
  assert.deepEqual((alone as { isPartOf: unknown }).isPartOf, { '@type': 'Book' });
  assert.doesNotMatch(bibOf(anInterviewSource({ recordedBy: 'unknown' })), /editor/);
  const withoutVolume = basedOn(aJournalSource({ issue: 'unknown' })) as { isPartOf: unknown };
  assert.deepEqual(withoutVolume.isPartOf, { '@type': 'Periodical', name: '青川治理' });
  const oneVolume = basedOn(aJournalSource({ issue: 'unknown', volume: known('8') })) as {
    isPartOf: { '@type': string };
  };
  assert.equal(oneVolume.isPartOf['@type'], 'PublicationVolume');
});

test('a master’s thesis and one of another degree are told apart', () => {
  const typeOf = (degree: string): string =>
    /type = \{(\w+)\}/.exec(bibOf(aThesisSource({ degree: known(degree) })))?.[1] ?? '';
  assert.deepEqual(['博士', '硕士'].map(typeOf), ['phdthesis', 'mathesis']);
  assert.match(bibOf(aThesisSource({ degree: 'unknown' })), /type = \{thesis\}/);
});

test('pages in several runs stay in one piece, a single page has no last', () => {
  const pages = (of: string): string =>
    /SP [^|]*(\| EP [^|]*)?/.exec(risOf(aBookSource({ pages: known(of) })))?.[0].trim() ?? '';
  assert.equal(pages('12-18,20'), 'SP 12-18,20 |'.slice(0, -2));
  assert.equal(pages('12'), 'SP 12');
});

/* What a record of each kind says, and must say. */

const needed: Readonly<Record<Kind, string>> = {
  journal: 'journal year issue pages',
  newspaper: 'newspaper date edition',
  book: 'place publisher year',
  chapter: 'book place publisher year pages',
  report: 'issuer number date',
  web: 'site date url accessedOn',
  thesis: 'school place degree year',
  manuscript: 'date heldAt holder',
  interview: 'date recordedBy heldAt holder',
  scan: 'journal year issue pages',
};
const besides: Readonly<Record<Kind, string>> = {
  journal: 'volume articleNumber date doi issn url',
  newspaper: 'url',
  book: 'edition pages isbn url',
  chapter: 'editors edition isbn url',
  report: 'url',
  web: '',
  thesis: 'pages url',
  manuscript: '',
  interview: '',
  scan: '',
};
for (const [kind, source] of Object.entries(full) as [Kind, Source][]) {
  test(`an editor is asked of a ${kind} for what it has to say`, () => {
    const facts = sourceFacts(source);
    const keys = (isNeeded: boolean): string =>
      facts.flatMap((fact) => (fact.isNeeded === isNeeded ? [fact.key] : [])).join(' ');
    assert.deepEqual([keys(true), keys(false)], [needed[kind], besides[kind]]);
    for (const { name } of facts) assert.ok(words.source.facts[name], name);
    // What is told of it is its own.
    for (const { key, fact } of facts) {
      if (kind === 'scan') assert.equal(fact, 'unknown');
      else if (key === 'editors') assert.deepEqual(fact, known('王建国'));
      else if (key === 'accessedOn') assert.deepEqual(fact, known('2026-11-18'));
      else assert.deepEqual(fact, (source as unknown as Record<string, unknown>)[key], key);
    }
    assert.equal(openFacts(source).length, kind === 'scan' ? 4 : 0);
  });
}

test('what is needed and not found yet is open; what there is none of is not', () => {
  const open = openFacts(aJournalSource({ year: 'unknown', volume: 'unknown', issue: 'none' }));
  assert.deepEqual(open.map(({ key }) => key), ['year']); // prettier-ignore
  const none = sourceFacts(aChapterSource({ editors: [] })).find(({ key }) => key === 'editors');
  assert.equal(none?.fact, 'none');
});

test('a source is dated by its day, or else its year; a scan bears none', () => {
  assert.deepEqual(
    (Object.values(everyKindOfSource) as Source[]).map((source) => dateOf(source)),
    [
      '2023',
      '2023-07-21',
      '2023',
      '2023',
      '2023-07-21',
      '2023-07-21',
      '2023',
      '2023-07-21',
      '2023-07-21',
      null,
    ],
  );
  assert.equal(dateOf(full.journal), '2023-04-15');
  assert.equal(dateOf(aJournalSource({ year: 'unknown' })), null);
});

test('published data names what is unknown of a source, and what does not exist is null', () => {
  const unknownIn = (source: Source): readonly string[] =>
    practiceRecord(aPractice({ source }), { origin: null, words }).source.unknown;
  assert.deepEqual(unknownIn(aJournalSource()), []);
  assert.deepEqual(
    unknownIn(aJournalSource({ title: 'unknown', authorsUnknown: true, issue: 'unknown' })),
    ['title', 'authors', 'issue'],
  );
  assert.deepEqual(unknownIn(aJournalSource({ title: 'none' })), []);
  const { facts, inWords } = practiceRecord(aPractice({ source: aJournalSource() }), {
    origin: null,
    words,
  }).source;
  assert.equal(facts['volume'], null);
  assert.equal(facts['issue'], '4');
  assert.equal(inWords.isDated, true);
  assert.equal(
    practiceRecord(aPractice({ source: aSource() }), { origin: null, words }).source.inWords
      .isDated,
    false,
  );
});

/* Numbers of libraries and publishers. */

const holds = (
  is: (text: string) => boolean,
  right: readonly string[],
  wrong: readonly string[],
): void => {
  for (const text of right) assert.equal(is(text), true, text);
  for (const text of wrong) assert.equal(is(text), false, text);
};

test('a mistyped ISSN is told by its check digit', () => {
  holds(
    isIssn,
    ['1234-5679', '2434-561X', '0378-5955'],
    ['1234-5678', '12345679', '1234-567X', 'a1234-5679', '1234-5679a', '2434-5611'],
  );
});

test('an ISBN has thirteen or ten places, with hyphens or without', () => {
  holds(
    isIsbn,
    [
      '978-7-04-000000-9',
      '9787040000009',
      '979-10-000000-0-8',
      '7-04-000000-8',
      '0-306-40615-2',
      '080442957X',
    ],
    [
      '978-7-04-000000-2',
      '977-7-04-000000-9',
      '0-306-40615-3',
      '0804429571',
      '0-306--40615-2',
      'x0-306-40615-2',
      '0-306-40615-2 ',
      '97870400000091',
      '08044295711',
      '-0306406152',
      '12345',
    ],
  );
});

test('a DOI stands without the address of its resolver', () => {
  holds(
    isDoi,
    ['10.1234/abc', '10.123456789/x(1)'],
    [
      'https://doi.org/10.1234/abc',
      '10.123/abc',
      '10.1234567890/x',
      '10.1234/',
      '10.1234/a b',
      '10.1234/a，',
      'doi:10.1234/a',
    ],
  );
});

test('an address on the web is written out', () => {
  holds(
    isWebAddress,
    ['https://example.org', 'http://example.org/a?b=c#d'],
    [
      'example.org',
      'ftp://example.org',
      'https://localhost',
      'https://example.org/中',
      'https://example.org/a b',
      ' https://example.org',
      'https://exa mple.org',
      'https://',
    ],
  );
});

test('pages run upwards, one after another', () => {
  holds(
    arePages,
    ['12', '12-18', 'A4', 'A4-A6', '12-18,20'],
    ['', '12-', '-12', '12–18', '12,', 'a4', '12-18-20', 'AA4'],
  );
  holds(
    arePagesInOrder,
    ['12', '12-18', '9-10', 'A9-A10', '12-18,20'],
    ['18-12', '12-12', '12-18,20-19'],
  );
});

/* Beside the originals. */

test('a page that is no practice says what it is cited as, where it has an address', () => {
  const links = (origin: string | null) =>
    citationLinks('/guides/citing', 'https://example.org/guides/citing/', { origin, words });
  assert.deepEqual(
    links('https://example.org').map(({ rel, href }) => `${rel} ${href}`),
    [
      'cite-as https://example.org/guides/citing/',
      'describedby https://example.org/guides/citing.ris',
      'describedby https://example.org/guides/citing.bib',
      'describedby https://example.org/guides/citing.csl.json',
    ],
  );
  assert.deepEqual(links(null).map(({ rel, href }) => `${rel} ${href}`)[0], 'describedby /guides/citing.ris'); // prettier-ignore
  for (const link of links(null)) assert.ok(link.type && link.title);
});

test('the data as a whole is told as a data set with its files', () => {
  const of = (releasedOn: string | null) =>
    datasetGraph(
      { version: '2026.11', releasedOn },
      [{ name: 'practices.csv', mediaType: 'text/csv' }],
      publication,
    );
  const told = of('2026-11-01');
  assert.deepEqual(
    [
      told['@context'],
      told['@type'],
      told['@id'],
      told.url,
      told.version,
      told.datePublished,
      told.isAccessibleForFree,
    ],
    [
      'https://schema.org',
      'Dataset',
      'https://example.org/data/#dataset',
      'https://example.org/data/',
      '2026.11',
      '2026-11-01',
      true,
    ],
  );
  assert.deepEqual(told.distribution, [
    {
      '@type': 'DataDownload',
      name: 'practices.csv',
      encodingFormat: 'text/csv',
      contentUrl: 'https://example.org/data/practices.csv',
    },
  ]);
  assert.equal(told.creator['@type'], 'Organization');
  assert.equal('datePublished' in of(null), false);
});

test('search engines are told the steps to a practice, its topics and its files', () => {
  const practice = aPractice({ changes: [aChange({ changedOn: '2026-09-01' })] });
  const [website, team, page, article, crumbs] = practiceGraph(practice, publication)['@graph'];
  const address = 'https://example.org/practices/qingchuan-cunkou-lianluodian/';
  assert.deepEqual(crumbs.itemListElement.map(({ position, item, '@type': type }) => [type, position, item]), [
    ['ListItem', 1, 'https://example.org/'],
    ['ListItem', 2, 'https://example.org/practices/'],
    ['ListItem', 3, address],
  ]); // prettier-ignore
  assert.deepEqual([website['@id'], team['@id'], page['@id'], article['@id'], crumbs['@id']], [
    'https://example.org/#website',
    'https://example.org/#editors',
    address,
    `${address}#article`,
    `${address}#breadcrumb`,
  ]); // prettier-ignore
  assert.deepEqual(
    [article.author, article.publisher],
    [{ '@id': team['@id'] }, { '@id': team['@id'] }],
  );
  assert.deepEqual(article.about[0], {
    '@type': 'DefinedTerm',
    name: '诉源治理',
    termCode: 'suyuan-zhili',
    url: 'https://example.org/topics/suyuan-zhili/',
    inDefinedTermSet: 'https://example.org/topics/',
  });
  assert.deepEqual(
    [
      article.spatialCoverage['@type'],
      article.spatialCoverage.url,
      article.spatialCoverage.address,
    ],
    [
      'Place',
      'https://example.org/regions/999900/',
      { '@type': 'PostalAddress', addressCountry: 'CN', addressRegion: '青川市' },
    ],
  );
  for (const file of article.encoding) assert.equal(file['@type'], 'MediaObject');
});
