import {
  appendFileSync,
  copyFileSync,
  globSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { parse, stringify } from 'yaml';
import type { randomFrom } from '../random.ts';
import type { MadeUpSite } from './made-up-site.ts';

type Random = ReturnType<typeof randomFrom>;

/** Changes something at random and says what. What it leaves may be content that is refused. */
export type RandomEdit = (site: MadeUpSite, random: Random) => string;

type Fields = Record<string, unknown>;
type Entry = Record<string, unknown> & { id: string };
type List =
  'topics' | 'problems' | 'institutions' | 'authors' | 'terms' | 'regions' | 'comparisons';

const signs = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'];

/** Words no rule has anything against, hardly ever the same twice. */
const words = (random: Random): string =>
  Array.from({ length: 4 }, () => random.of(signs)).join('');

const idsOf = (site: MadeUpSite, folder = 'practices'): string[] =>
  readdirSync(site.file(`content/${folder}`))
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => name.slice(0, -'.mdx'.length))
    .sort();

const madeUp = (site: MadeUpSite): string[] => idsOf(site).filter((id) => id.startsWith('shiyan-'));

function changeDocument(path: string, change: (fields: Fields, body: string) => string | void) {
  const text = readFileSync(path, 'utf8');
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const fields: Fields = parse(head);
  const after = change(fields, body) ?? body;
  writeFileSync(path, `---\n${stringify(fields, { lineWidth: 0 })}---\n${after}`);
}

function changeYaml<T>(path: string, change: (data: T) => T | void): void {
  const data: T = parse(readFileSync(path, 'utf8'));
  writeFileSync(path, stringify(change(data) ?? data, { lineWidth: 0 }));
}

const changeList = (site: MadeUpSite, list: List, change: (entries: Entry[]) => Entry[] | void) =>
  changeYaml(site.file(`content/${list}.yml`), change);

const entriesOf = (site: MadeUpSite, list: List): Entry[] =>
  parse(readFileSync(site.file(`content/${list}.yml`), 'utf8'));

const listIds = (site: MadeUpSite, list: List): string[] =>
  entriesOf(site, list).map(({ id }) => id);

/** Sets one field of a practice. */
const field =
  (name: string, valueOf: (site: MadeUpSite, random: Random) => unknown): RandomEdit =>
  (site, random) => {
    const id = random.of(idsOf(site));
    const value = valueOf(site, random);
    changeDocument(site.practice(id), (fields) => void (fields[name] = value));
    return `${name} of ${id}: ${JSON.stringify(value)}`;
  };

/** Changes one entry of one of the lists. */
const entry =
  (
    what: string,
    lists: readonly List[],
    change: (found: Entry, random: Random, site: MadeUpSite) => void,
  ): RandomEdit =>
  (site, random) => {
    const list = random.of(lists);
    const id = random.of(listIds(site, list));
    changeList(site, list, (entries) => {
      for (const found of entries) if (found.id === id) change(found, random, site);
    });
    return `${what} of ${id} in ${list}`;
  };

/** Changes the first or any later match of a pattern in one of the files of the program. */
const program =
  (pattern: string, from: RegExp, to: (found: string, random: Random) => string): RandomEdit =>
  (site, random) => {
    const files = globSync(pattern, { cwd: site.folder })
      .sort()
      .filter((path) => readFileSync(site.file(path), 'utf8').search(from) >= 0);
    const path = random.of(files);
    const text = readFileSync(site.file(path), 'utf8');
    const match = random.of([...text.matchAll(new RegExp(from, `${from.flags}g`))]);
    const replaced = to(match[0], random);
    const at = match.index;
    writeFileSync(site.file(path), text.slice(0, at) + replaced + text.slice(at + match[0].length));
    return `${path}: ${match[0]} → ${replaced.trim()}`;
  };

/** A paragraph as it stands in the prose and in the register. */
function changeParagraph(
  site: MadeUpSite,
  random: Random,
  change: (text: string) => { inProse: string; isRetired: boolean; isRegistered: boolean },
): string {
  const id = random.of(idsOf(site));
  const prose = readFileSync(site.practice(id), 'utf8');
  let changed = '';
  changeYaml<{ paragraphs: { id: string; text: string }[]; retired: object[] }>(
    site.ledger(id),
    (ledger) => {
      const plain = ledger.paragraphs.filter(({ text }) => prose.includes(`\n${text}\n`));
      const paragraph = random.of(plain);
      const { inProse, isRetired, isRegistered } = change(paragraph.text);
      writeFileSync(
        site.practice(id),
        prose.replace(`\n${paragraph.text}\n`, () => (inProse ? `\n${inProse}\n` : '\n')),
      );
      if (isRetired) {
        const note = { retiredOn: '2026-11-20', note: '这一段撤下了。', now: null };
        ledger.retired.push({ ...paragraph, ...note });
      }
      if (isRegistered) paragraph.text = inProse;
      else ledger.paragraphs.splice(ledger.paragraphs.indexOf(paragraph), 1);
      changed = `${paragraph.id} of ${id}`;
    },
  );
  return changed;
}

function copyPractice(site: MadeUpSite, from: string, id: string, title: string): void {
  copyFileSync(site.practice(from), site.practice(id));
  copyFileSync(site.ledger(from), site.ledger(id));
  changeDocument(site.practice(id), (fields) => void (fields['title'] = title));
}

/** Takes out counties and prefectures no practice is told from any more. */
function dropUnusedRegions(site: MadeUpSite): void {
  const used = new Set(
    idsOf(site).map(
      (id) => /^region: *['"]?(\d+)/m.exec(readFileSync(site.practice(id), 'utf8'))?.[1],
    ),
  );
  changeList(site, 'regions', (entries) => {
    const isNeeded = ({ id, level }: Entry): boolean =>
      level === 'province' ||
      used.has(id) ||
      entries.some((other) => other['parent'] === id && isNeeded(other));
    return entries.filter(isNeeded);
  });
}

const title = (random: Random): string => `随意改过的一个标题${words(random)}`;

/** What editors do. */
export const contentEdits: readonly RandomEdit[] = [
  (site, random) =>
    `paragraph ${changeParagraph(site, random, (text) => ({
      inProse: `${text}编者注意到${words(random)}。`,
      isRetired: false,
      isRegistered: true,
    }))}`,
  (site, random) =>
    `retired paragraph ${changeParagraph(site, random, () => ({
      inProse: '',
      isRetired: true,
      isRegistered: false,
    }))}`,
  (site, random) =>
    `lost paragraph ${changeParagraph(site, random, () => ({
      inProse: '',
      isRetired: false,
      isRegistered: false,
    }))}`,
  field('title', (_site, random) => title(random)),
  field('summary', (_site, random) => `一句摘要，说的是${words(random)}。`),
  field('topics', (site, random) =>
    random.some(listIds(site, 'topics'), 2 + Math.floor(random.next() * 4)),
  ),
  field('problems', (site, random) =>
    random.some(listIds(site, 'problems'), 1 + Math.floor(random.next() * 3)),
  ),
  field('institution', (site, random) => random.of(listIds(site, 'institutions'))),
  field('notStated', (_site, random) => [`原文没有写${words(random)}`]),
  (site, random) => {
    const edited = field('region', () => random.of(listIds(site, 'regions')))(site, random);
    dropUnusedRegions(site);
    return edited;
  },
  (site, random) => {
    const id = random.of(idsOf(site));
    changeDocument(site.practice(id), (fields) => {
      const edition = Number(fields['edition']) + 1;
      const changes = Array.isArray(fields['changes']) ? fields['changes'] : [];
      const change = { edition, changedOn: '2026-11-20', note: `改了${words(random)}` };
      Object.assign(fields, { edition, changes: [change, ...changes] });
    });
    return `another edition of ${id}`;
  },
  (site, random) => {
    const id = random.of(idsOf(site));
    const day = `2026-10-${10 + Math.floor(random.next() * 20)}`;
    changeDocument(site.practice(id), (fields) => {
      const changes: { changedOn: string }[] = Array.isArray(fields['changes'])
        ? fields['changes']
        : [];
      for (const first of changes.slice(-1)) first.changedOn = day;
    });
    return `${id} taken in on ${day}`;
  },
  (site, random) => {
    const id = random.of(idsOf(site));
    const author = random.of(listIds(site, 'authors'));
    changeDocument(site.practice(id), (fields) => {
      const source: Fields = Object(fields['source']);
      source['authors'] = [{ author, office: `${words(random)}主任` }];
    });
    return `${id} told by ${author}`;
  },
  (site, random) => {
    const id = random.of(madeUp(site));
    for (const path of [site.practice(id), site.ledger(id)]) rmSync(path);
    dropUnusedRegions(site);
    return `${id} deleted`;
  },
  (site, random) => {
    const id = `shiyan-${Math.floor(random.next() * 1e6)}`;
    const from = random.of(idsOf(site));
    copyPractice(site, from, id, title(random));
    return `${id} added, after ${from}`;
  },
  (site, random) => {
    const from = random.of(idsOf(site));
    const to = `${from.startsWith('shiyan-') ? 'shiyan' : 'gaiming'}-${Math.floor(random.next() * 1e6)}`;
    renameSync(site.practice(from), site.practice(to));
    renameSync(site.ledger(from), site.ledger(to));
    for (const list of ['topics', 'problems', 'comparisons']) {
      const path = site.file(`content/${list}.yml`);
      const named = new RegExp(`(?<![\\w-])${from}(?![\\w-])`, 'g');
      writeFileSync(path, readFileSync(path, 'utf8').replace(named, to));
    }
    return `${from} renamed ${to}`;
  },
  entry('label', ['topics', 'problems', 'institutions', 'terms'], (found, random) => {
    // The old name stays an alias: prose goes on using it.
    const aliases = Array.isArray(found['aliases']) ? found['aliases'] : [];
    found['aliases'] = [...aliases, found['label']];
    found['label'] = `改称${words(random)}`;
  }),
  entry('alias', ['topics', 'problems', 'institutions', 'terms', 'regions'], (found, random) => {
    found['aliases'] = [words(random)];
  }),
  entry('definition', ['topics', 'problems', 'terms'], (found, random) => {
    found['definition'] = `改过的释义，说的是${words(random)}。`;
  }),
  entry('name', ['authors'], (found, random) => {
    found['name'] = words(random).slice(0, 3);
  }),
  entry('name', ['regions'], (found, random) => {
    const short = words(random).slice(0, 2);
    Object.assign(found, { short, name: `${short}地区` });
  }),
  entry('former name', ['regions'], (found, random) => {
    found['former'] = [{ name: `${words(random)}府`, until: '1950年' }];
  }),
  entry('place above', ['topics'], (found, random, site) => {
    const above = random.of(listIds(site, 'topics'));
    if (found['broader'] === undefined) found['broader'] = above;
    else delete found['broader'];
  }),
  entry('overview', ['topics'], (found, random, site) => {
    const practices = idsOf(site).filter((id) =>
      readFileSync(site.practice(id), 'utf8').includes(found.id),
    );
    const sentence = { text: `综述里的一句，说的是${words(random)}。`, practices };
    found['overview'] = practices.length > 0 ? [sentence] : [];
  }),
  entry('related', ['problems'], (found, random, site) => {
    const others = listIds(site, 'problems').filter((id) => id !== found.id);
    found['related'] = random.some(others, 2);
    found['unsaid'] = [`各篇都没有说${words(random)}。`];
  }),
  entry('title', ['comparisons'], (found, random) => {
    found['title'] = `对照的题目${words(random)}`;
  }),
  (site, random) => {
    const id = random.of(listIds(site, 'comparisons'));
    changeList(site, 'comparisons', (entries) => entries.filter((found) => found.id !== id));
    return `comparison ${id} deleted`;
  },
  (site, random) => {
    const practices = random.some(idsOf(site), 3);
    const reading = `${'这几篇放在一起看，要分清已做的和打算做的。'.repeat(10)}`;
    const id = `duizhao-${Math.floor(random.next() * 1e6)}`;
    changeList(site, 'comparisons', (entries) => {
      entries.push({ id, title: `新的对照${words(random)}`, practices, reading });
    });
    return `comparison ${id} added`;
  },
  (site, random) => {
    const id = `zhuti-${Math.floor(random.next() * 1e6)}`;
    const practice = random.of(idsOf(site));
    const label = `新主题${words(random)}`;
    changeList(site, 'topics', (entries) => {
      entries.push({ id, label, aliases: [], definition: `释义是${words(random)}。` });
    });
    changeDocument(site.practice(practice), (fields) => {
      const topics = Array.isArray(fields['topics']) ? fields['topics'] : [];
      fields['topics'] = [...topics.slice(0, 4), id];
    });
    return `topic ${id} added for ${practice}`;
  },
  (site, random) => {
    const label = random.of(['规模', '原文', '各地', '编者', '文章', '办法']);
    changeList(site, 'terms', (entries) => {
      const definition = `新收的术语，说的是${words(random)}。`;
      entries.push({
        id: `shuyu-${Math.floor(random.next() * 1e6)}`,
        label,
        aliases: [],
        definition,
      });
    });
    return `term ${label} added`;
  },
  (site, random) => {
    const list = random.of<List>(['topics', 'problems', 'institutions', 'regions', 'authors']);
    changeList(site, list, (entries) => {
      const at = Math.floor(random.next() * entries.length);
      return [...entries.slice(at), ...entries.slice(0, at)];
    });
    return `order of ${list}`;
  },
  (site, random) => {
    const id = random.of(idsOf(site, 'guides'));
    appendFileSync(site.file(`content/guides/${id}.mdx`), `\n新加的一段${words(random)}。\n`);
    return `guide ${id}`;
  },
  (site, random) => {
    const id = random.of(idsOf(site, 'guides'));
    changeDocument(site.file(`content/guides/${id}.mdx`), (fields) => {
      fields['title'] = `说明${words(random)}`;
      fields['order'] = Math.floor(random.next() * 9);
    });
    return `title of guide ${id}`;
  },
  (site, random) => {
    const id = random.of(idsOf(site));
    writeFileSync(site.practice(id), readFileSync(site.practice(id), 'utf8'));
    return `${id} saved as it was`;
  },
];

/** What programmers do; a build after that takes nothing over. */
export const programEdits: readonly RandomEdit[] = [
  program(
    'src/{components,layouts,pages}/**/*.astro',
    /<(?:h1|h2|h3|section|nav|ul|ol|dl)(?=[ >])/,
    (tag, random) => `${tag} data-edit="${words(random)}"`,
  ),
  program('src/{components,layouts,pages}/**/*.astro', /var\(--space-[sml]\)/, () => '0.7rem'),
  program('src/domain/practice/related.ts', /most = \d/, (found) =>
    found === 'most = 6' ? 'most = 4' : 'most = 6',
  ),
  program('src/domain/exports/*.ts', /：(?=')|：(?=\$)/, () => '──'),
  program(
    'src/text/**/*.ts',
    /(?<=\p{Script=Han})'(?=,)/u,
    (_found, random) => `${words(random)}'`,
  ),
  program('src/styles/*.css', /0\.\d+rem/, (_found, random) => `0.${random.of([3, 7, 9])}rem`),
  program('astro.config.mjs', /compressHTML: (?:true|false)/, (found) =>
    found.endsWith('true') ? 'compressHTML: false' : 'compressHTML: true',
  ),
  program('public/preferences.js', /^/, (_found, random) => `// ${words(random)}\n`),
];
