/** The desk where the machine does not do as it should: nothing is lost, and the editor is told. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { libraryOf, startDesk } from './desk-at-work.ts';

const id = 'lian-qian-xian-wen';
const file = `practices/${id}.mdx`;

test('where the port is taken the desk opens on the next one', async (context) => {
  const { folder } = libraryOf(context);
  const other = createServer().listen(4600, '127.0.0.1');
  context.after(() => other.close());
  const desk = await startDesk(context, folder);
  assert.notEqual(new URL(desk.origin).port, '4600');
  assert.equal((await desk.ask('GET board')).cards.length, 2);
});

test('a tab left open over night goes on after the desk was started anew', async (context) => {
  const { folder } = libraryOf(context);
  const first = await startDesk(context, folder);
  const { port } = new URL(first.origin);
  const ended = new Promise((resolve) => first.process.once('exit', resolve));
  first.process.kill('SIGKILL');
  await ended;
  const second = await startDesk(context, folder);
  assert.equal(new URL(second.origin).port, port);
  // The tab knows nothing of the new address, and brings the cookie it had.
  const { status } = await second.answerTo('GET board', undefined, { cookie: first.cookie });
  assert.equal(status, 200);
  const stranger = await second.answerTo('GET board', undefined, { cookie: 'desk=x' });
  assert.equal(stranger.status, 401);
  assert.match(String(stranger.answer['refused']), /按一下回车键.*已经打的字都在/);
});

const isRoot = process.getuid?.() === 0;
const noMount = process.platform !== 'linux' || !isRoot;

test(
  'on a full disk the file stays, what was typed is kept elsewhere, and the editor is told',
  { skip: noMount && 'Needs to mount a small disk.' },
  async (context) => {
    const { folder } = libraryOf(context);
    const small = mkdtempSync(join(tmpdir(), 'desk-小盘-'));
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', small]);
    if (mounted.status !== 0) return context.skip('No small disk could be mounted.');
    const takeAway = () => {
      spawnSync('umount', ['-l', small]);
      rmSync(small, { recursive: true, force: true });
    };
    context.after(takeAway);
    spawnSync('cp', ['-r', `${folder}/.`, small]);
    const before = readFileSync(join(small, file), 'utf8');
    const desk = await startDesk(context, small);
    const { digest } = await desk.ask('GET practice', undefined, { id });
    const { bavail, bsize } = statfsSync(small);
    writeFileSync(join(small, '.full'), Buffer.alloc(bavail * bsize));
    const text = before.replace(/^title: .*$/m, 'title: 磁盘满了还在打字');
    const refused = await desk.answerTo('POST save', { id, text, digest });
    assert.equal(refused.status, 400);
    assert.match(String(refused.answer['refused']), /磁盘满了。腾出空间再保存.*没有丢/);
    assert.equal(readFileSync(join(small, file), 'utf8'), before);
    await desk.ask('POST keep', { id, text, digest, window: 'a' });
    assert.equal((await desk.ask('GET practice', undefined, { id })).text, text);
    rmSync(join(small, '.full'));
    const saved = await desk.ask('POST save', { id, text, digest, window: 'a' });
    assert.equal(saved.changedLines, 1);
    await desk.ask('POST drop', { id });
  },
);

test(
  'a folder that can only be read is said to be so, and what was typed is kept',
  { skip: isRoot && 'Nothing is read-only to the administrator.' },
  async (context) => {
    const { folder, at, read } = libraryOf(context);
    chmodSync(at('practices'), 0o555);
    context.after(() => chmodSync(at('practices'), 0o755));
    const before = read(file);
    const desk = await startDesk(context, folder);
    const { digest, cannotSave } = await desk.ask('GET practice', undefined, { id });
    assert.match(cannotSave ?? '', /没有权限/);
    const text = before.replace(/^title: .*$/m, 'title: 只读的也打字');
    const refused = await desk.answerTo('POST save', { id, text, digest });
    assert.match(String(refused.answer['refused']), /没有权限写这个文件/);
    assert.equal(read(file), before);
  },
);

const paragraphOf = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** A Word document of these paragraphs, as small as Word reads it. */
const wordOf = (inside: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inside}</w:body></w:document>`,
    ),
  });

test('a manuscript of two hundred pages is taken in, and one without a word is not', async (context) => {
  const { folder } = libraryOf(context);
  const desk = await startDesk(context, folder);
  const line = '小区里摆了桌子，谁都能坐下来说事。'.repeat(8);
  const long = Array.from({ length: 1200 }, (_, at) => paragraphOf(`第${at}段。${line}`)).join('');
  const taken = await desk.answerTo('POST take-in?name=long.docx', wordOf(long));
  assert.equal(taken.status, 200);
  assert.equal((taken.answer['blocks'] as unknown[]).length, 1200);
  const empty = await desk.answerTo('POST take-in?name=empty.docx', wordOf('<w:p/>'));
  assert.match(String(empty.answer['refused']), /没有文字，没有收下/);
  assert.equal(existsSync(join(folder, '.desk/sources')), false);
});
