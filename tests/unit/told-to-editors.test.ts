import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodedText, isBig5 } from '#domain/verification/decoded.ts';
import { faultPages } from '#gate/fault-page.ts';
import { fault } from '#gate/fault.ts';
import { nearest } from '#gate/nearest.ts';
import { draftsOf, reportOf, type Report } from '#gate/report.ts';

const place = { file: 'content/practices/a.mdx', line: 3, field: '标题', value: '甲' };
const faults = [fault(place, '太短', '写长些'), fault({ ...place, line: 9 }, '太长', '写短些')];
const report = (over: Partial<Report>): Report => ({
  faults: [],
  drafts: [],
  drafted: 0,
  notices: [],
  practices: 0,
  unread: 0,
  ...over,
});

test('a report says how many places there are, each in a paragraph, and what was not looked at', () => {
  const told = reportOf(report({ faults })).split('\n\n');
  assert.match(told[0] ?? '', /^内容有 2 处要改.*：$/);
  assert.equal(told.length, 3);
  assert.match(told[1] ?? '', /太短/);
  assert.match(told[2] ?? '', /太长/);
  const more = reportOf(report({ faults, unread: 1 })).split('\n\n');
  assert.equal(more.length, 4);
  assert.match(more[3] ?? '', /另有 1 篇还没有查/);
});

test('drafts are told apart, with what they lack or that nothing is wrong with them', () => {
  assert.match(draftsOf(report({ drafted: 2 })), /^另有 2 篇草稿或待审，.*写法没有问题。$/);
  const lacking = draftsOf(report({ drafted: 1, drafts: faults })).split('\n\n');
  assert.match(lacking[0] ?? '', /还差 2 处：$/);
  assert.equal(lacking.length, 3);
});

test('a misspelt word is answered with the nearest there are, and with none that is far', () => {
  const words = ['title', 'titles', 'topic', 'summary'];
  assert.deepEqual(nearest('titel', words), []);
  assert.deepEqual(nearest('titlle', words), ['title']);
  assert.deepEqual(nearest('Title', words), ['title']);
  assert.deepEqual(nearest('sumary', words), ['summary']);
  assert.deepEqual(nearest('ab', ['abc', 'abcd', 'b']), ['abc', 'b']);
  assert.deepEqual(nearest('abcdef', ['abxxef', 'abxxxf']), ['abxxef']);
  assert.deepEqual(nearest('a'.repeat(80), ['a'.repeat(80)]), ['a'.repeat(80)]);
  assert.deepEqual(nearest('a'.repeat(81), ['a'.repeat(81)]), []);
  assert.deepEqual(nearest('', ['a', 'ab']), ['a']);
});

/** A response as far as it is looked at; what was sent in the end. */
function answered(said: string, status: number) {
  const sent = { status: 0, body: '', headers: {} as Record<string, unknown>, nexts: 0 };
  const kept = new Map<string, string>([['x-old', '1']]);
  const response = {
    writeHead: (code: number, headers: Record<string, unknown> = {}) => {
      sent.status = code;
      sent.headers = { ...Object.fromEntries(kept), ...headers };
    },
    write: (text: string) => {
      sent.body += text;
      return true;
    },
    end: (text = '') => {
      sent.body += text;
    },
    getHeaderNames: () => [...kept.keys()],
    removeHeader: (name: string) => kept.delete(name),
  };
  faultPages(() => said)({} as never, response as never, () => {
    sent.nexts += 1;
    response.writeHead(status, { 'x-own': '1' });
    response.write('程序的话');
    response.end('。');
  });
  return sent;
}

test('where a page could not be made an editor reads what is wrong with the content', () => {
  const { status, body, headers, nexts } = answered('第一处 <b>\n\n第二处 & 三', 500);
  assert.deepEqual([status, nexts], [500, 1]);
  assert.deepEqual(headers, { 'content-type': 'text/html; charset=utf-8' });
  assert.match(body, /<p>第一处 &lt;b&gt;<\/p>\n<p>第二处 &amp; 三<\/p>/);
  assert.doesNotMatch(body, /程序的话/);
  assert.match(body, /@vite\/client/);
});

test('a page that could be made, or a fault of the program, stays as it is', () => {
  for (const [said, status] of [
    ['有错', 499],
    ['有错', 200],
    ['', 500],
  ] as const) {
    const sent = answered(said, status);
    assert.deepEqual(
      [sent.status, sent.body, sent.headers],
      [status, '程序的话。', { 'x-old': '1', 'x-own': '1' }],
    );
  }
});

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : [...part])),
  );
const utf16 = (text: string, isBig: boolean): number[] => {
  const little = Buffer.from(text, 'utf16le');
  return [...(isBig ? little.swap16() : little)];
};
// 「國的一是在」 in Big5.
const big5 = [0xb0, 0xea, 0xaa, 0xba, 0xa4, 0x40, 0xac, 0x4f, 0xa6, 0x62];
// 「国的一是在」 in GB18030.
const gb = [0xb9, 0xfa, 0xb5, 0xc4, 0xd2, 0xbb, 0xca, 0xc7, 0xd4, 0xda];

test('a text is read in the encoding it came in, with its mark or without', () => {
  const textOf = (...parts: readonly (string | readonly number[])[]): string | null =>
    decodedText(bytes(...parts))?.text ?? null;
  assert.equal(textOf([0xef, 0xbb, 0xbf], '治理'), '治理');
  assert.equal(textOf([0xff, 0xfe], utf16('治理', false)), '治理');
  assert.equal(textOf([0xfe, 0xff], utf16('治理', true)), '治理');
  assert.equal(textOf(utf16('a b\n治', true)), 'a b\n治');
  assert.equal(textOf(utf16('a b\n治', false)), 'a b\n治');
  assert.equal(textOf(big5), '國的一是在');
  assert.equal(textOf(gb), '国的一是在');
  assert.equal(textOf(''), '');
  assert.equal(textOf([0x41, 0, 0, 0x42]), null);
  assert.equal(textOf([0x41, 0, 0x42]), null);
  assert.deepEqual(
    [
      isBig5(bytes(big5)),
      isBig5(bytes(gb)),
      isBig5(bytes('治理')),
      isBig5(bytes(utf16('a治', false))),
    ],
    [true, false, false, false],
  );
});

test('a line that nothing reads is told by its number, and where every fourth is so there is no text', () => {
  const bad = [0xff, 0xff, 0x0a];
  const told = decodedText(bytes('一\n', bad, '三\n', gb, [0x0a], '五'));
  assert.deepEqual([told?.unread, told?.isMixed], [[2], true]);
  assert.match(told?.text ?? '', /^一\n.*\n三\n国的一是在\n五$/);
  assert.deepEqual(decodedText(bytes('一\n', bad, '三\n', gb))?.unread, [2]);
  assert.equal(decodedText(bytes('一\n', bad, gb)), null);
});
