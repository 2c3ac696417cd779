import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noTraditional } from '#domain/search/fold.ts';
import { kindNumber } from '#domain/search/kinds.ts';
import {
  figureFinding,
  findingOf,
  formerFinding,
  passageAt,
  referenceFinding,
  type Finding,
  type Piece,
} from '#domain/verification/findings.ts';
import { judge } from '#domain/verification/judge.ts';
import { libraryText, type LibraryText } from '#domain/verification/library-text.ts';
import { titlesNamedIn } from '#domain/verification/named-practices.ts';
import { Shelf } from '#domain/verification/shelf.ts';

/** A page: title, facts, and two sections of which the first has two paragraphs, one of two blocks. */
const page = (id: string, title: string, isRetired = false): LibraryText =>
  libraryText(
    id,
    [
      [kindNumber('title'), '', title],
      [kindNumber('heading'), 'wenti', '当时的问题'],
      [kindNumber('text'), 'p-aaaa', '群众反映办事要跑四五趟，窗口之间互相推诿。'],
      [kindNumber('text'), 'p-bbbb', '中心把六个部门请进一个大厅；'],
      [kindNumber('text'), 'p-bbbb', '来人只对一位主办人说明情况。'],
      [kindNumber('heading'), 'zuofa', '怎样做'],
      [kindNumber('text'), 'p-cccc', '2023年，全市1134个村设了联络点，争议下降四成。'],
    ],
    isRetired,
  );
const texts = [page('qingchuan', '村口设联络点'), page('baishui', '白水的大厅', true)];
const shelfOf = (...of: readonly LibraryText[]): Shelf => {
  const shelf = new Shelf();
  for (const text of of) shelf.add(text);
  return shelf;
};
const found = (sentence: string, ...of: readonly LibraryText[]): Finding =>
  findingOf(sentence, judge(sentence, shelfOf(...of), noTraditional));
const shown = (pieces: readonly Piece[] = []): string =>
  pieces.map(({ kind, text }) => `${kind}:${text}`).join(' ');
const [ours, withdrawn] = texts as [LibraryText, LibraryText];
const placeOf = (words: string): number => ours.letters.indexOf(words);

test('a passage is told with its heading, the number of its paragraph and the address of its block', () => {
  const told = (words: string): unknown[] => {
    const { href, number, section } = passageAt(ours, placeOf(words));
    return [href, number, section];
  };
  assert.deepEqual(told('村口设联络点'), ['/practices/qingchuan/', null, '']);
  assert.deepEqual(told('当时的问题'), ['/practices/qingchuan/#wenti', null, '当时的问题']);
  assert.deepEqual(told('群众反映'), ['/practices/qingchuan/#p-aaaa', 1, '当时的问题']);
  assert.deepEqual(told('中心把六'), ['/practices/qingchuan/#p-bbbb', 2, '当时的问题']);
  assert.deepEqual(told('来人只对'), ['/practices/qingchuan/#p-bbbb', 2, '当时的问题']);
  assert.deepEqual(told('争议下降'), ['/practices/qingchuan/#p-cccc', 3, '怎样做']);
  assert.equal(passageAt(ours, 0).practice, 'qingchuan');
  assert.equal(passageAt(ours, 0).title, '村口设联络点');
});

test('a sentence that is ours is shown once more as it stands, and where else it stands', () => {
  const sentence = '群众反映办事要跑四五趟，窗口之间互相推诿。';
  const finding = found(sentence, ours, withdrawn);
  assert.equal(finding.verdict, 'exact');
  assert.equal(finding.sentence, sentence);
  assert.equal(finding.parts.length, 1);
  assert.equal(finding.parts[0]?.isExact, true);
  assert.equal(shown(finding.parts[0]?.theirs), 'same:群众反映办事要跑四五趟，窗口之间互相推诿');
  assert.equal(shown(finding.parts[0]?.ours), 'same:群众反映办事要跑四五趟，窗口之间互相推诿。');
  assert.deepEqual(
    finding.alsoIn.map(({ practice, number }) => [practice, number]),
    [['baishui', 1]],
  );
  assert.deepEqual([finding.isRetired, finding.isWhole, finding.isGrave], [false, true, false]);
  assert.deepEqual([finding.former, finding.faults, finding.strays], [null, [], []]);
});

test('of a practice that was withdrawn a reader is told so', () => {
  assert.equal(found('群众反映办事要跑四五趟，窗口之间互相推诿。', withdrawn).isRetired, true);
});

test('what differs is marked on both sides, and a gap where one side has nothing', () => {
  const changed = found('2023年，全市1200个村设了联络点，争议下降四成。', ours);
  assert.equal(changed.verdict, 'altered');
  assert.equal(changed.isGrave, true);
  const [part] = changed.parts;
  assert.equal(part?.isExact, false);
  assert.equal(part?.theirs.map(({ text }) => text).join(''), changed.sentence);
  assert.equal(
    part?.ours.map(({ text }) => text).join(''),
    '2023年，全市1134个村设了联络点，争议下降四成。',
  );
  assert.equal(
    shown(part?.theirs.filter(({ kind }) => kind === 'same').slice(-1)),
    'same:个村设了联络点，争议下降四成。',
  );
  const differing = (pieces: readonly Piece[] = []): string =>
    pieces
      .filter(({ kind }) => kind === 'differs')
      .map(({ text }) => text)
      .join('');
  assert.match(differing(part?.theirs), /^[0-2]+$/);
  assert.match(differing(part?.ours), /^[134]+$/);

  const [shorter] = found('群众反映要跑四五趟，窗口之间互相推诿。', ours).parts;
  assert.equal(shown(shorter?.theirs), 'same:群众反映 lacks: same:要跑四五趟，窗口之间互相推诿。');
  assert.equal(
    shown(shorter?.ours),
    'same:群众反映 differs:办事 same:要跑四五趟，窗口之间互相推诿。',
  );
  const [longer] = found('群众反映办事时要跑四五趟，窗口之间互相推诿。', ours).parts;
  assert.equal(
    shown(longer?.theirs),
    'same:群众反映办事 differs:时 same:要跑四五趟，窗口之间互相推诿。',
  );
  assert.equal(shown(longer?.ours), 'same:群众反映办事 lacks: same:要跑四五趟，窗口之间互相推诿。');
});

test('words cut out of a clause are shown with the rest of it', () => {
  const { verdict, parts } = found('反映办事要跑四五趟', page('x', '长标题'));
  assert.equal(verdict, 'altered');
  assert.equal(parts.length, 1);
  const long = libraryText('y', [
    [kindNumber('text'), 'p-long', '镇里的干部逢周三上午到村口坐班听取群众意见并当场答复。'],
  ]);
  const cut = found('上午到村口坐班听取群众意见', long);
  assert.equal(cut.verdict, 'cut');
  assert.equal(shown(cut.parts[0]?.theirs), 'same:上午到村口坐班听取群众意见');
  assert.equal(
    shown(cut.parts[0]?.ours),
    'other:镇里的干部逢周三 same:上午到村口坐班听取群众意见 other:并当场答复。',
  );
  const toTheEnd = found('逢周三上午到村口坐班听取群众意见并当场答复。', long);
  assert.equal(
    shown(toTheEnd.parts[0]?.ours),
    'other:镇里的干部 same:逢周三上午到村口坐班听取群众意见并当场答复。',
  );
});

test('a passage over two blocks keeps them apart', () => {
  const sentence = '中心把六个部门请进一个大厅；来人只对一位主办人说明情况。';
  const [part] = found(sentence, ours).parts;
  assert.equal(
    part?.ours.map(({ text }) => text).join(''),
    '中心把六个部门请进一个大厅； 来人只对一位主办人说明情况。',
  );
});

test('a sign that stands for several letters is shown once, also where a block ends with it', () => {
  const text = libraryText('z', [
    [kindNumber('text'), 'p-m', '大厅改建以后面积扩大到三千㎡'],
    [kindNumber('text'), 'p-n', '窗口由此增加到了四十二个。'],
  ]);
  const [part] = found('大厅改建以后面积扩大到三千㎡；窗口由此增加到了四十二个。', text).parts;
  assert.equal(shown(part?.ours), 'same:大厅改建以后面积扩大到三千㎡ 窗口由此增加到了四十二个。');
  const [changed] = found('大厅扩建以后面积扩大到三千㎡左右了', text).parts;
  assert.match(shown(changed?.ours), /三千㎡/);
  assert.doesNotMatch(shown(changed?.ours), /㎡.*㎡/);
});

test('a sentence spliced from several practices is marked withdrawn where one of them is', () => {
  const old = libraryText(
    'old',
    [[kindNumber('text'), 'p-o', '老区的调解员每月到村里巡回两次。']],
    true,
  );
  const spliced = found('群众反映办事要跑四五趟，老区的调解员每月到村里巡回两次。', ours, old);
  assert.equal(spliced.parts.length, 2);
  assert.equal(spliced.isRetired, true);
});

test('a sentence of an earlier edition is shown beside what stands at its place now', () => {
  const sentence = '全市九百个村设了点。';
  const wording = { edition: 1, now: 3, left: null };
  const judgement = judge(sentence, shelfOf(ours), noTraditional);
  const finding = formerFinding(sentence, judgement, { text: ours, key: 'p-aaaa', wording });
  assert.equal(finding.verdict, 'former');
  assert.deepEqual(finding.former, wording);
  assert.deepEqual(finding.alsoIn, []);
  assert.equal(finding.sameSigns, true);
  assert.equal(finding.isRetired, false);
  const [part] = finding.parts;
  assert.equal(part?.isExact, false);
  assert.equal(part?.passage.href, '/practices/qingchuan/#p-aaaa');
  assert.equal(shown(part?.theirs), `differs:${sentence}`);
  assert.equal(shown(part?.ours), 'other:群众反映办事要跑四五趟，窗口之间互相推诿。');
});

test('where its paragraph is gone the head of the practice stands in its place', () => {
  const sentence = '此前另有一段已经删去。';
  const finding = formerFinding(sentence, judge(sentence, shelfOf(withdrawn), noTraditional), {
    text: withdrawn,
    key: 'p-gone',
    wording: { edition: 1, now: 2, left: '并入上段' },
  });
  assert.equal(finding.isRetired, true);
  assert.equal(finding.parts[0]?.passage.href, '/practices/baishui/');
  assert.equal(shown(finding.parts[0]?.ours), 'other:');
});

test('an earlier wording that is near what stands now is shown against it, not against others', () => {
  const sentence = '群众反映办事要跑七八趟，窗口之间互相推诿。';
  const other = page('other', '另一篇');
  const judgement = judge(sentence, shelfOf(ours), noTraditional);
  const place = { key: 'p-aaaa', wording: { edition: 1, now: 2, left: null } };
  const near = formerFinding(sentence, judgement, { text: ours, ...place });
  assert.match(shown(near.parts[0]?.theirs), /^same:群众反映办事要跑 differs:七八 same:趟/);
  const far = formerFinding(sentence, judgement, { text: other, ...place });
  assert.equal(shown(far.parts[0]?.theirs), `differs:${sentence}`);
});

const checked = {
  practice: 'qingchuan',
  title: '村口设联络点',
  style: 'gbt-7714-2025-numeric',
  right: '编辑组. 村口设联络点',
  given: '编辑组. 村口联络站',
  steps: [
    { kind: 'same', from: 0, to: 7, ours: 0, oursTo: 7 },
    { kind: 'less', from: 7, to: 7, ours: 7, oursTo: 8 },
    { kind: 'same', from: 7, to: 9, ours: 8, oursTo: 10 },
    { kind: 'other', from: 9, to: 10, ours: 10, oursTo: 11 },
  ],
} as const;

test('a reference is shown beside the right one', () => {
  const steps = checked.steps as unknown as NonNullable<
    Parameters<typeof referenceFinding>[1]
  >['steps'];
  const faults = [{ kind: 'title', right: '村口设联络点' }] as const;
  const wrong = referenceFinding('某行', { ...checked, steps, faults });
  assert.equal(wrong.verdict, 'misquoted');
  assert.equal(wrong.sentence, '某行');
  assert.deepEqual(wrong.faults, faults);
  const [part] = wrong.parts;
  assert.equal(part?.isExact, false);
  assert.deepEqual(part?.passage, {
    practice: 'qingchuan',
    title: '村口设联络点',
    href: '/practices/qingchuan/',
    number: null,
    section: '',
  });
  assert.equal(shown(part?.theirs), 'same:编辑组. 村口 lacks: same:联络 differs:站');
  assert.equal(shown(part?.ours), 'same:编辑组. 村口 differs:设 same:联络 differs:点');

  const right = referenceFinding('某行', { ...checked, steps, faults: [] });
  assert.equal(right.verdict, 'reference');
  assert.equal(right.parts[0]?.isExact, true);
  for (const finding of [wrong, right]) {
    const { former, strays, isRetired, alsoIn } = finding;
    assert.deepEqual([former, strays, isRetired, alsoIn], [null, [], false, []]);
    const { sameSigns, isTraditional, isWhole, isGrave } = finding;
    assert.deepEqual([sameSigns, isTraditional, isWhole, isGrave], [true, false, true, false]);
  }
});

test('a reference to a practice that is not there is misquoted, with nothing to show beside it', () => {
  const finding = referenceFinding('某行', null);
  assert.equal(finding.verdict, 'misquoted');
  assert.deepEqual(finding.faults, [{ kind: 'no-practice' }]);
  assert.deepEqual(finding.parts, []);
});

test('numbers that are not ours are grave, and lead to the head of the practice', () => {
  const strays = [{ given: '1200', instead: [] }] as never;
  const finding = figureFinding('共1200个。', withdrawn, strays);
  assert.equal(finding.verdict, 'figure');
  assert.equal(finding.sentence, '共1200个。');
  assert.equal(finding.isGrave, true);
  assert.equal(finding.isRetired, true);
  assert.equal(finding.strays, strays);
  assert.deepEqual(finding.parts, []);
  assert.deepEqual(
    finding.alsoIn.map(({ href }) => href),
    ['/practices/baishui/'],
  );
});

const named = (text: string): string[] =>
  titlesNamedIn(
    text,
    shelfOf(
      page('lianluo', '村口设联络点，分歧先在村里说'),
      page('dating', '六个部门进一个大厅，来人只找主办人'),
      page('xunhui', '巡回审判车开进山里'),
    ),
  ).map(({ id }) => id);

test('a draft names a practice by its title, whatever signs it has, or several', () => {
  assert.deepEqual(named('参见《村口设联络点 分歧先在村里说》一文。'), ['lianluo']);
  assert.deepEqual(named('《巡回审判车开进山里》与《村口设联络点，分歧先在村里说》'), [
    'lianluo',
    'xunhui',
  ]);
});

test('a title with a slip names the one it comes nearest to, half a title none', () => {
  assert.deepEqual(named('参见《村口设联络站，分歧先在村里说》一文。'), ['lianluo']);
  assert.deepEqual(named('六个部门进同一个大厅，来人只找主办人'), ['dating']);
  assert.deepEqual(named('村口设联络点的做法'), []);
  assert.deepEqual(named('没有哪一篇这样说过'), []);
});
