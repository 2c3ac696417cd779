import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { test } from 'node:test';
import { libraryOf, startDesk, type DeskAtWork } from './desk-at-work.ts';

const id = 'lian-qian-xian-wen';
const file = `practices/${id}.mdx`;

/** Lines of a text that another has not. */
const linesOnlyIn = (text: string, other: string): readonly string[] => {
  const known = new Set(other.split('\n'));
  return text.split('\n').filter((line) => !known.has(line));
};

test('an editor opens a practice, changes a field, and one line of its file differs', async (context) => {
  const { folder, read } = libraryOf(context);
  const before = read(file);
  const { ask } = await startDesk(context, folder);
  const board = await ask('GET board');
  assert.deepEqual(
    board.cards.map((card) => [card.id, card.faults]),
    [
      [id, 0],
      ['xiaoqu-yishi-zhuo', 0],
    ],
  );
  const opened = await ask('GET practice', undefined, { id });
  const set = { edit: 'set', path: ['figures', 0, 'unit'], value: '位' } as const;
  const { text } = await ask('POST edit', { id, text: opened.text, edits: [set] });
  const { faults } = await ask('POST judge', { id, text });
  assert.deepEqual(
    faults.map(({ path, problem }) => [path?.join('.'), problem]),
    [
      ['figures.0', '正文里没有这个数字'],
      [undefined, '数字 3 没有登记在“数字”（figures）里'],
    ],
  );
  const saved = await ask('POST save', { id, text, digest: opened.digest });
  assert.equal(saved.changedLines, 1);
  assert.deepEqual(linesOnlyIn(read(file), before), ['    unit: 位']);

  // The file is in nobody's repository, so the save can be taken back.
  const { saves } = await ask('GET undo');
  await ask('POST undo', { save: saves[0]?.save ?? '' });
  assert.equal(read(file), before);
});

/** What comes back of a request with headers a browser would not let a page set. */
async function statusOf(
  desk: DeskAtWork,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const asking = request(`${desk.origin}${path}`, { method, headers });
  asking.end(method === 'POST' ? '{}' : undefined);
  const [response] = (await once(asking, 'response')) as [{ statusCode: number; resume(): void }];
  response.resume();
  return response.statusCode;
}

test('another page, another name or another program is turned away', async (context) => {
  const { folder, read } = libraryOf(context);
  const before = read(file);
  const desk = await startDesk(context, folder);
  const { origin, cookie } = desk;
  const host = new URL(origin).host;
  const own = { host, cookie, origin, 'content-type': 'application/json' };
  const get = (headers: Readonly<Record<string, string>>) =>
    statusOf(desk, 'GET', '/desk/api/board', headers);
  const post = (headers: Readonly<Record<string, string>>) =>
    statusOf(desk, 'POST', '/desk/api/drop', headers);
  assert.equal(await get(own), 200);
  assert.equal(await get({ host }), 401, 'nobody who was not let in');
  assert.equal(await get({ ...own, cookie: `${cookie}x` }), 401);
  assert.equal(await get({ ...own, host: 'desk.example.org' }), 421, 'no name made to lead here');
  assert.equal(await get({ ...own, origin: 'http://evil.example' }), 403);
  assert.equal(await get({ ...own, origin: 'http://127.0.0.1:8080' }), 403, 'no other port');
  assert.equal(await get({ ...own, 'sec-fetch-site': 'same-site' }), 403);
  assert.equal(await post({ ...own, origin: 'null' }), 403);
  assert.equal(await post({ host, cookie, 'content-type': 'application/json' }), 403);
  assert.equal(await post({ ...own, 'content-type': 'text/plain' }), 415, 'no form of a page');
  assert.equal(await statusOf(desk, 'OPTIONS', '/desk/api/drop', own), 405);
  assert.equal(await statusOf(desk, 'GET', '/desk/open?key=x', { host }), 401);
  const leading = await desk.answerTo('POST drop', { id: '../../etc/passwd' });
  assert.match(String(leading.answer['refused']), /不合格/);
  assert.equal(read(file), before);
});

test('the address opens the desk once, and says how to get another', async (context) => {
  const { folder } = libraryOf(context);
  const desk = await startDesk(context, folder);
  const page = await fetch(`${desk.origin}/desk/`, { headers: { cookie: desk.cookie } });
  assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  assert.equal(page.headers.get('access-control-allow-origin'), null);
  const again = await fetch(`${desk.origin}/desk/`);
  assert.equal(again.status, 401);
  assert.match(await again.text(), /按一下回车键/);
});

test('two editors of one file are shown both, and neither is overwritten', async (context) => {
  const { folder, read, at } = libraryOf(context);
  const first = await startDesk(context, folder);
  const second = await startDesk(context, folder);
  assert.notEqual(first.origin, second.origin, 'a port that is taken is passed over');
  const opened = await first.ask('GET practice', undefined, { id });
  const theirs = opened.text.replace('一间谈话室', '一间屋子');
  await second.ask('POST save', { id, text: theirs, digest: opened.digest });
  const ours = opened.text.replace('三样东西', '三件东西');
  const { status, answer } = await first.answerTo('POST save', {
    id,
    text: ours,
    digest: opened.digest,
  });
  assert.equal(status, 409);
  assert.equal(answer['theirs'], theirs);
  assert.equal(read(file), theirs);
  // Looked at both, and taken ours.
  await first.ask('POST save', { id, text: ours, digest: String(answer['digest']) });
  assert.equal(read(file), ours);
  writeFileSync(at(file), theirs);
  const third = await first.answerTo('POST save', { id, text: ours, digest: 'none' });
  assert.equal(third.status, 409);
});

test('what was typed when the desk was killed is there when it comes back', async (context) => {
  const { folder, read } = libraryOf(context);
  const before = read(file);
  const desk = await startDesk(context, folder);
  const { text, digest } = await desk.ask('GET practice', undefined, { id });
  const typed = text.replace('先问一句', '先问半句');
  await desk.ask('POST keep', { id, text: typed, digest });
  desk.process.kill('SIGKILL');
  await once(desk.process, 'exit');
  const again = await startDesk(context, folder);
  const opened = await again.ask('GET practice', undefined, { id });
  assert.equal(opened.text, typed);
  assert.equal(opened.saved, before);
  assert.equal(opened.restored?.isStale, false);
  const [card] = (await again.ask('GET board')).cards;
  assert.notEqual(card?.keptAt, null);
  const dropped = await again.ask('POST drop', { id });
  assert.equal(dropped.text, before);
  assert.equal(read(file), before);
});

/** Mistakes an editor makes, each with a word of what he is told. */
const planted: readonly (readonly [typed: string, instead: string, told: RegExp])[] = [
  ['institution: fayuan', 'institution: 法院', /没有这个 id/],
  ["region: '500102'", 'region: 500102', /没有加引号/],
  ['topics: [suyuan-zhili, jiufen-huajie]', 'topics: [suyuan-zhili]', /主题至少 2 个/],
  ['summary: 法院', 'summry: 法院', /没有这个字段|必填/],
  ['textStatus: digest', 'textStatus: full', /不在允许的值里|应当是/],
  ["value: '3'", "value: '４'", /全角/],
  ['派3名调解员', '派5名调解员', /没有登记|正文里没有/],
  ['随到随谈。', '随到随谈,不排队。', /半角标点/],
  ['愿意谈的当场', '愿意\u200B谈的当场', /零宽空格/],
  ['## 怎么运转', '## 怎样运转', /节|标题/],
  ['<Tiers caption="一件来访怎样一层层分开">', '<Tiers>', /./],
  ['</Tiers>', '', /读不懂/],
  ['author: li-si', 'author: li-wu', /没有这个 id/],
  ['edition: 2\nchanges', 'edition: 3\nchanges', /修改说明|版/],
  ["changedOn: '2026-11-20'", "changedOn: '2026-13-20'", /日期/],
];

test('fifteen planted mistakes are told where they stand, and none is published', async (context) => {
  const { folder, read } = libraryOf(context);
  const before = read(file);
  const desk = await startDesk(context, folder);
  assert.equal(planted.length, 15);
  let { digest } = await desk.ask('GET practice', undefined, { id });
  for (const [typed, instead, told] of planted) {
    assert.ok(before.includes(typed), typed);
    const text = before.replace(typed, instead);
    const { faults } = await desk.ask('POST judge', { id, text });
    assert.ok(
      faults.some(({ problem, remedy }) => told.test(problem + remedy)),
      `${instead}: ${JSON.stringify(faults)}`,
    );
    assert.ok(faults.every(({ line }) => line === null || line > 0));
    ({ digest } = await desk.ask('POST save', { id, text, digest }));
    const asked = { id, whatChanged: '改错字', acceptLeaving: true };
    const { status } = await desk.answerTo('POST publish', asked);
    assert.equal(status, 400, instead);
    assert.equal(read(file), text, 'the file is as it was saved');
  }
  assert.ok(!existsSync(`${folder}/published`));
});

test('a mend that is certain is one click', async (context) => {
  const { folder, read } = libraryOf(context);
  const desk = await startDesk(context, folder);
  let text = read(file)
    .replace("value: '3'", "value: '３'")
    .replace('愿意谈的当场', '愿意\u200B谈的当场')
    .replace("region: '500102'", 'region: 500102');
  for (let clicks = 0; clicks < 5; clicks += 1) {
    const { faults } = await desk.ask('POST judge', { id, text });
    const mend = faults.find((fault) => fault.mend !== null)?.mend;
    if (!mend) break;
    text = text.slice(0, mend.from) + mend.text + text.slice(mend.to);
  }
  assert.equal(text, read(file));
});

test('a manuscript is taken in, cleaned as far as that was accepted, and kept as it came', async (context) => {
  const { folder, read } = libraryOf(context);
  const desk = await startDesk(context, folder);
  const words = '把桌子摆到楼下\n一、先摆一张桌子\n小区里摆了９８张桌子，\u00AD谁都能坐。\n';
  const bytes = new TextEncoder().encode(words);
  const take = async (name: string, given: Uint8Array) =>
    desk.answerTo(`POST take-in?name=${encodeURIComponent(name)}`, given);
  const { answer } = await take('稿子.txt', bytes);
  assert.deepEqual(
    (answer['cleaning'] as { kind: string; count: number }[]).map(({ kind, count }) => [
      kind,
      count,
    ]),
    [
      ['全角的数字或字母', 1],
      ['软连字符', 1],
    ],
  );
  const source = await desk.ask('POST accept-source', {
    name: '稿子.txt',
    file: Buffer.from(bytes).toString('base64'),
    clean: ['全角的数字或字母'],
  });
  const texts = source.blocks.map(({ block }) => ('text' in block ? block.text : ''));
  assert.deepEqual(texts, [
    '把桌子摆到楼下',
    '一、先摆一张桌子',
    '小区里摆了98张桌子，\u00AD谁都能坐。',
  ]);
  assert.equal(source.blocks[1]?.block.is, 'heading');
  assert.deepEqual(readdirSync(`${folder}/.desk/sources`), ['稿子.txt']);
  assert.equal(read('.desk/sources/稿子.txt'), words);
  const attributed = await desk.ask('POST attribute', {
    name: '稿子.txt',
    for: id,
    blocks: [{ block: 2, belongs: 'this' }],
  });
  assert.equal(attributed.blocks[2]?.belongs, 'this');
  const elsewhere = await desk.ask('GET source', undefined, { name: '稿子.txt', for: 'other' });
  assert.equal(elsewhere.blocks[2]?.belongs, 'another');

  for (const [name, begins, why] of [
    ['旧.doc', [0xd0, 0xcf, 0x11, 0xe0], /旧格式/],
    ['图.pdf', [...Buffer.from('%PDF-1.7')], /PDF/],
    ['坏.docx', [...Buffer.from('PK\u0003\u0004坏')], /不是完整的 Word 文档/],
    ['空.txt', [], /空的/],
    ['乱.txt', [0xff, 0x80, 0xff, 0x80, 0x41], /编码/],
  ] as const) {
    const refused = await take(name, Uint8Array.from(begins));
    assert.equal(refused.status, 400, name);
    assert.match(String(refused.answer['refused']), why);
  }
});

test('from a draft to readers, corrected and withdrawn, a commit each and nothing else in it', async (context) => {
  const { folder, read, at, git } = libraryOf(context, { inRepository: true });
  writeFileSync(at('reviewing.yml'), 'rounds: [初审, 复审]\nrequired: true\n');
  writeFileSync(at('comparisons.yml'), '[]\n');
  git('commit', '--quiet', '--all', '--message', '审读办法');
  // What others have in hand, staged and not, stays in their hands.
  writeFileSync(at('README.md'), '还没有写完\n');
  git('add', 'README.md');
  const desk = await startDesk(context, folder);
  const { ask, answerTo } = desk;
  const publish = { id, whatChanged: null, acceptLeaving: false };
  assert.equal((await answerTo('POST publish', publish)).status, 400, 'unread');
  await ask('POST sign', { id, round: '初审', by: '甲' });
  const same = await answerTo('POST sign', { id, round: '复审', by: '甲' });
  assert.match(String(same.answer['refused']), /同一个人/);
  const signed = await ask('POST sign', { id, round: '复审', by: '乙' });
  assert.deepEqual(
    signed.rounds.map(({ signatures }) => signatures.map(({ isCurrent }) => isCurrent)),
    [[true], [true]],
  );
  const done = await ask('POST publish', publish);
  assert.match(done.said, /第 2 版/);
  assert.match(read(`published/${id}.yml`), /edition: 2/);

  // Corrected: what changed is asked, and the edition counted.
  const opened = await ask('GET practice', undefined, { id });
  const text = opened.text.replace('少问了一句', '少问一句');
  await ask('POST save', { id, text, digest: opened.digest });
  const before = await ask('POST before-publishing', { id });
  assert.deepEqual([before.asksWhatChanged, before.edition], [true, 3]);
  const review = await ask('GET review', undefined, { id });
  assert.deepEqual(
    review.diff?.filter(({ is }) => is !== 'same').map(({ is, text: words }) => [is, words]),
    [
      ['removed', '问了'],
      ['added', '问'],
    ],
  );
  const untold = await answerTo('POST sign', { id, round: '初审', by: '甲' });
  assert.match(String(untold.answer['refused']), /写明改了什么/);
  await ask('POST sign', { id, round: '初审', by: '甲', whatChanged: '引语照印' });
  await ask('POST sign', { id, round: '复审', by: '乙' });
  await ask('POST publish', publish);
  assert.match(read(file), /edition: 3, changedOn: '[\d-]+', note: 引语照印/);
  assert.match(read(`published/${id}.yml`), /edition: 3/);

  const retiring = { id, by: '编辑组', reason: '另写一篇', successor: null, places: [] };
  await ask('POST retire', retiring);
  assert.match(read(file), /^state: retired\nretired:\n {2}on: /m);
  const changed = git('log', '--format=%s', '--name-only').split('\n');
  assert.ok(!changed.includes('README.md'), changed.join('\n'));
  assert.equal(git('diff', '--cached', '--name-only'), 'README.md');
  assert.equal(git('status', '--porcelain', '--', 'practices', 'published', 'reviews'), '');
  assert.equal((await answerTo('POST move', { id, to: 'draft' })).status, 400);
});

test('a practice that others lean on is not withdrawn under them', async (context) => {
  const { folder, read } = libraryOf(context);
  const { ask, answerTo } = await startDesk(context, folder);
  const retiring = { id, by: '编辑组', reason: '另写一篇', successor: null, places: [] };
  const unseen = await answerTo('POST retire', retiring);
  assert.match(String(unseen.answer['refused']), /还没有发布过/);
  await ask('POST publish', { id, whatChanged: null, acceptLeaving: false });
  const before = read(file);
  const inUse = await answerTo('POST retire', retiring);
  assert.match(String(inUse.answer['refused']), /comparisons\.yml[\s\S]*已经撤下/);
  assert.equal(read(file), before);
});

test('a practice is begun with a region, an author and a term that were not listed', async (context) => {
  const { folder, read } = libraryOf(context);
  const { ask, answerTo } = await startDesk(context, folder);
  const { divisions } = await ask('GET divisions', undefined, { q: '安徽固镇' });
  for (const { parent, ...entry } of divisions[0]?.missing ?? []) {
    const region = parent === null ? entry : { ...entry, parent };
    await ask('POST new-entry', { list: 'regions', entry: region });
  }
  assert.match(read('regions.yml'), /340323/);
  const { personId, personName } = await ask('POST propose', { name: '欧阳建安' });
  assert.deepEqual([personId, personName], ['ouyang-jianan', "Ouyang Jian'an"]);
  const author = { id: personId, name: '欧阳建安', pinyin: personName };
  await ask('POST new-entry', { list: 'authors', entry: author });
  const twice = await answerTo('POST new-entry', { list: 'authors', entry: author });
  assert.match(String(twice.answer['refused']), /已经有/);
  const begun = await ask('POST new-practice', {
    id: 'guzhen-zhuozi',
    title: '把桌子摆到楼下',
    kind: 'manuscript',
    sourceTitle: '把桌子摆到楼下',
    source: null,
  });
  assert.match(begun.text, /^state: draft$/m);
  const form = await ask('GET form');
  assert.ok(form.lists['regions']?.some((region) => region.id === '340323'));
  assert.equal(form.fields.find(({ key }) => key === 'title')?.is.kind, 'text');
});
