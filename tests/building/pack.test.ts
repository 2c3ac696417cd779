import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execPath } from 'node:process';
import { test, type TestContext } from 'node:test';
import { unzipSync } from 'fflate';
import { checkZip } from '#browser/verification/check-zip.ts';
import { contentSecurityPolicy } from '#domain/site/content-security-policy.ts';
import { sumsText } from '#domain/copies/manifest.ts';

const page =
  `<!DOCTYPE html><html><head><meta http-equiv="content-security-policy" content="${contentSecurityPolicy}">` +
  `<link rel="canonical" href="https://practices.example.org/">` +
  `<script src="/preferences.js"></script></head><body><a href="#main">跳到正文</a>` +
  `<script type="module" src="/_astro/a.js"></script></body></html>`;

const files: Readonly<Record<string, string>> = {
  'index.html': page,
  'practices/x/index.html': page,
  'practices/x.ris': 'TY  - JOUR',
  'practices/x.json': '{"id":"x"}',
  'preferences.js': '',
  '_astro/a.js': 'import"./b.js";',
  '_astro/b.js': 'document.title="b";',
  'data/latest.json': '[]',
};

/** A site as builds leave it, though a small one, in a folder of the test's own. */
function madeSite(t: TestContext, name = '网站'): { folder: string; site: string } {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const site = join(folder, name);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(site, file)), { recursive: true });
    writeFileSync(join(site, file), content);
  }
  const sums = Object.entries(files).map(
    ([file, content]) => [file, createHash('sha256').update(content).digest('hex')] as const,
  );
  writeFileSync(join(site, 'SHA256SUMS'), sumsText(sums));
  return { folder, site };
}

function pack(site: string, out: string, env: Record<string, string> = {}, ...more: string[]) {
  const args = ['src/commands/pack.ts', '--content', 'tests/library/content', '--no-build'];
  const run = spawnSync(execPath, [...args, '--site', site, '--out', out, ...more], {
    encoding: 'utf8',
    env: { ...process.env, SOURCE_DATE_EPOCH: '1795996800', SIGNING_KEY: '', ...env },
  });
  return { code: run.status, said: run.stdout + run.stderr };
}

test('an operator packs a site, and is told that nobody signed it', async (t) => {
  const { folder, site } = madeSite(t);
  const out = join(folder, '拷贝', '库.zip');
  const { code, said } = pack(site, out);
  assert.equal(code, 0, said);
  assert.match(said, /做好了/);
  assert.match(said, /没有签名/);
  const names = Object.keys(unzipSync(readFileSync(out)));
  assert.deepEqual(
    names.filter((name) => !name.startsWith('library/')),
    ['打开治理实践库.html', '说明.txt', 'SHA256SUMS', 'SHA256SUMS.sig'],
  );
  assert.match(
    new TextDecoder().decode(unzipSync(readFileSync(out))['library/practices/x/index.html']),
    /href="https:\/\/practices\.example\.org\/practices\/x\/">有更新的版本吗/,
  );
  const checked = await checkZip(new Uint8Array(readFileSync(out)));
  assert.deepEqual(checked.kind === 'checked' && [checked.isWhole, checked.signature], [
    true,
    'unsigned',
  ]);
});

test('the same site on the same day gives the same bytes, anywhere', (t) => {
  const [one, other] = [madeSite(t), madeSite(t, 'autre site')];
  const outs = [join(one.folder, 'a.zip'), join(other.folder, 'b.zip')] as const;
  pack(one.site, outs[0], { TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8' });
  pack(other.site, outs[1], { TZ: 'America/Los_Angeles', LC_ALL: 'tr_TR.UTF-8' });
  assert.ok(readFileSync(outs[0]).equals(readFileSync(outs[1])));
  const later = join(one.folder, 'later.zip');
  pack(one.site, later, { SOURCE_DATE_EPOCH: '1796083200' });
  assert.ok(!readFileSync(later).equals(readFileSync(outs[0])));
});

test('a signed copy is checked by readers with the key its library has made public', async (t) => {
  const { folder, site } = madeSite(t);
  const key = join(folder, 'key.pem');
  const out = join(folder, 'signed.zip');
  try {
    execFileSync('openssl', ['ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', key]);
  } catch {
    return t.skip('openssl is not installed.');
  }
  const { code, said } = pack(site, out, {}, '--key', key);
  assert.equal(code, 0, said);
  assert.doesNotMatch(said, /没有签名/);
  const publicKey = execFileSync('openssl', ['pkey', '-in', key, '-pubout', '-outform', 'DER']);
  const checked = await checkZip(new Uint8Array(readFileSync(out)), {
    key: publicKey.toString('base64'),
  });
  assert.equal(checked.kind === 'checked' && checked.signature, 'valid');
  const { code: refused, said: why } = pack(site, out, {}, '--key', join(site, 'index.html'));
  assert.equal(refused, 1);
  assert.match(why, /不是能用的密钥文件/);
});

test('what cannot be packed is said in a sentence, and the last good copy stays', (t) => {
  const { folder, site } = madeSite(t);
  const out = join(folder, 'copy.zip');
  pack(site, out);
  const good = readFileSync(out);
  const refused = (folderOfSite: string, to = out): string => {
    const { code, said } = pack(folderOfSite, to);
    assert.equal(code, 1, said);
    assert.doesNotMatch(said, /\n\s+at /);
    return said;
  };
  assert.match(refused(join(folder, 'none')), /没有建好的网站/);
  mkdirSync(join(folder, 'a.zip'));
  assert.match(refused(site, join(folder, 'a.zip')), /是一个文件夹/);
  writeFileSync(join(site, 'practices/x.ris'), 'TY  - BOOK');
  assert.match(refused(site), /practices\/x\.ris 和建站时不一样/);
  rmSync(join(site, 'practices/x.ris'));
  assert.match(refused(site), /practices\/x\.ris 不见了/);
  rmSync(join(site, 'SHA256SUMS'));
  assert.match(refused(site), /没有清单/);
  assert.ok(readFileSync(out).equals(good));
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.includes('unfinished')),
    [],
  );
  assert.ok(existsSync(out));
});
