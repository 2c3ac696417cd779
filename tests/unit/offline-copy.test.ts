import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copiedPage, copyNote, type CopiedSite } from '#build/offline/pages.ts';
import { planCopy } from '#build/offline/plan.ts';
import { moduleScripts, withImports } from '#build/offline/scripts.ts';
import { daysOld, isOld } from '#domain/copies/age.ts';
import { asFileName, scriptOf } from '#domain/copies/library-copy.ts';
import { contentSecurityPolicy } from '#domain/site/content-security-policy.ts';
import { text } from '#words/index.ts';

const site: CopiedSite = {
  base: '/shijian/',
  origin: 'https://practices.example.org',
  fateOf: (file) => (file.endsWith('.ris') ? 'in-script' : /\.xml$/.test(file) ? 'gone' : 'file'),
  withImports: (scripts) => ['_astro/shared.js', ...scripts],
  note: (address) => copyNote('2026-11-29', { ...text.copies, made: '制作于某日' }, address),
};

const pageOf = (body: string): string =>
  `<!DOCTYPE html><html><head><meta http-equiv="content-security-policy" content="${contentSecurityPolicy}">` +
  `<link rel="canonical" href="https://practices.example.org/shijian/practices/x/"></head>` +
  `<body class="x"><a class="skip" href="#main">跳到正文</a>${body}</body></html>`;

const copied = (body: string, file = 'practices/x/index.html'): string =>
  copiedPage(pageOf(body), file, site);

test('addresses of a page lead to files beside it, wherever the copy lies', () => {
  const page = copied(
    '<a href="/shijian/">首页</a><a href="/shijian/terms/#w?/">词</a>' +
      '<a href="../../terms/#w">词</a><a href="../y/?a=b">邻</a><form action="/shijian/practices/"></form><img src="/shijian/logo.svg">' +
      '<a href="/shijian/practices/?topic=a&amp;q=b/">题</a><a href="#p1">段</a><a href="https://别处.cn/shijian/">外</a>',
  );
  for (const address of [
    'href="../../index.html"',
    'href="../../terms/index.html#w?/"',
    'action="../../practices/index.html"',
    'src="../../logo.svg"',
    'href="../../practices/index.html?topic=a&amp;q=b/"',
    'href="#p1"',
    'href="../../terms/index.html#w"',
    'href="../../practices/y/index.html?a=b"',
    'href="https://别处.cn/shijian/"',
    'rel="canonical" href="https://practices.example.org/shijian/practices/x/"',
  ]) {
    assert.ok(page.includes(address), `${address} in ${page}`);
  }
  assert.ok(copied('<a href="/shijian/a/">甲</a>', 'index.html').includes('href="a/index.html"'));
});

test('what looks like an address in words or data stays as it is', () => {
  const words =
    '<p>写作 href="/shijian/x/" 的</p><script type="application/json">{"a":"href=\\"/shijian/\\""}</script>';
  assert.ok(copied(words).includes(words));
});

test('what a copy leaves out is found on the web, what stands in a script is marked', () => {
  const page = copied(
    '<a href="/shijian/feed.xml">订阅</a><a href="/shijian/practices/x.ris">RIS</a>',
  );
  assert.ok(page.includes('href="https://practices.example.org/shijian/feed.xml"'));
  assert.ok(page.includes('href="../../practices/x.ris" data-in-copy=""'));
});

test('scripts become classic, behind what they import and behind the copy’s own', () => {
  const page = copied('<script type="module" src="/shijian/_astro/a.js"></script>');
  assert.match(
    page,
    /copy\.js" data-online="https:\/\/practices\.example\.org\/shijian\/"><\/script><script defer src="\.\.\/\.\.\/_astro\/shared\.js"><\/script><script defer src="\.\.\/\.\.\/_astro\/a\.js" data-run>/,
  );
  assert.ok(!page.includes('module'));
  assert.match(page, /script-src 'self' blob:;.*connect-src 'none'; worker-src blob:/);
});

test('a page says of what day the copy is, and where the page stands on the web', () => {
  const page = copied('');
  assert.match(page, /跳到正文<\/a><aside [^>]*data-copy-made="2026-11-29"/);
  assert.ok(
    page.includes('href="https://practices.example.org/shijian/practices/x/">有更新的版本吗'),
  );
  const nowhere = copiedPage(pageOf(''), 'index.html', { ...site, origin: null });
  assert.ok(!nowhere.includes('有更新的版本吗'));
});

test('a page that this program did not build is not passed on half changed', () => {
  assert.throws(() =>
    copiedPage('<html><head></head><body><a>x</a></body></html>', 'x.html', site),
  );
});

test('modules bring their code and name what they import', async () => {
  const modules = new Map([
    [
      '_astro/a.js',
      'import{x as y}from"./b.js";const w=new Worker(new URL(`/shijian/_astro/w.js`,import.meta.url));import(`./c.js`);',
    ],
    ['_astro/b.js', 'export const x=`/shijian/_astro/none.js`;'],
    ['_astro/c.js', 'import"./b.js";'],
    ['_astro/loading.Z.js', 'var a=`vite:preloadError`;export{a as t};'],
  ]);
  const scripts = await moduleScripts(modules, '/shijian/', (file) => file === '_astro/w.js');
  const taken = scripts.get('_astro/a.js')?.text ?? '';
  assert.ok(
    taken.startsWith(
      'libraryCopy.take("_astro/a.js",{"imports":["_astro/b.js"],"code":["import{x as y}from\\"",0,',
    ),
  );
  assert.ok(
    taken.includes(
      'new libraryCopy.Worker(new URL(libraryCopy.at(\\"_astro/w.js\\"),({url:libraryCopy.at(\\"_astro/a.js\\")}).url))',
    ),
  );
  assert.ok(taken.includes('libraryCopy.load(\\"_astro/c.js\\")'));
  assert.ok(scripts.get('_astro/b.js')?.text.includes('`/shijian/_astro/none.js`'));
  assert.ok(scripts.get('_astro/loading.Z.js')?.text.includes('export{load as t}'));
  assert.deepEqual(withImports(['_astro/a.js', '_astro/c.js'], scripts), [
    '_astro/b.js',
    '_astro/a.js',
    '_astro/c.js',
  ]);
});

test('modules that import each other, round about, are refused by name', async () => {
  const circle = new Map([
    ['_astro/a.js', 'import"./b.js";'],
    ['_astro/b.js', 'import"./a.js";'],
  ]);
  await assert.rejects(
    moduleScripts(circle, '/', () => false),
    /_astro\/a\.js → _astro\/b\.js → _astro\/a\.js/,
  );
});

test('all that is offered of a practice comes in one script', () => {
  assert.equal(scriptOf('practices/x.csl.json'), 'practices/x.js');
  assert.equal(scriptOf('practices/x.ris'), 'practices/x.js');
  assert.equal(scriptOf('data/latest.json'), 'data/latest.json.js');
  assert.equal(scriptOf('data/search/pieces/1.bin'), 'data/search/pieces/1.bin.js');
  const plan = planCopy(
    [
      'index.html',
      '404.html',
      'feed.xml',
      'practices/x.ris',
      'practices/x.json',
      'data/a.csv',
      '_astro/a.js',
      '_astro/a.css',
      'SHA256SUMS',
    ],
    { hasAddress: true },
  );
  assert.deepEqual(plan.scripts, [
    ['data/a.csv.js', ['data/a.csv']],
    ['practices/x.js', ['practices/x.json', 'practices/x.ris']],
  ]);
  assert.deepEqual(plan.files, ['_astro/a.css', 'data/a.csv']);
  assert.deepEqual(plan.pages, ['index.html']);
  assert.deepEqual(plan.modules, ['_astro/a.js']);
  assert.ok(planCopy(['feed.xml'], { hasAddress: false }).files.includes('feed.xml'));
});

test('a folder’s address becomes that of its page, its query and place kept', () => {
  assert.equal(asFileName(''), 'index.html');
  assert.equal(asFileName('a/b/'), 'a/b/index.html');
  assert.equal(asFileName('a/?q=c/#d/'), 'a/index.html?q=c/#d/');
  assert.equal(asFileName('a/b.json?v=1'), 'a/b.json?v=1');
});

test('a copy’s age is told in days, and not at all by a clock that is behind', () => {
  assert.equal(daysOld('2026-11-29', '2026-11-29'), 0);
  assert.equal(daysOld('2026-11-29', '2027-03-01'), 92);
  assert.equal(daysOld('2026-11-29', '2026-11-28'), null);
  assert.equal(daysOld('', '2026-11-28'), null);
  assert.equal(isOld(179), false);
  assert.equal(isOld(180), true);
});
