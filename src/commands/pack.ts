/**
 * `npm run pack [-- --out 文件.zip --key 密钥.pem --no-build --site folder]`: builds the site, which
 * costs nothing where it stands as it is, and packs it into a zip that opens from disk.
 */
import '#commands/last-catch.ts';
import '#commands/content-option.ts';
import { parseArgs } from 'node:util';
import { packSite } from '#build/offline/pack.ts';
import { readSigningKey } from '#build/signing-key.ts';
import { buildSite, siteFolder } from '#build/site.ts';
import { dayOfMaking } from '#reading/today.ts';
import { readSite } from '#reading/site-file.ts';
import { wordsOf } from '#reading/words.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    key: { type: 'string', default: process.env['SIGNING_KEY'] ?? '' },
    /** Pack the site that stands there as it is. */
    'no-build': { type: 'boolean', default: false },
    site: { type: 'string', default: siteFolder },
  },
});
const site = readSite();
const key = readSigningKey(values.key, site.signingKey);
const day = dayOfMaking();
const out = values.out ?? `packs/${site.name}-${day}.zip`;
if (!values['no-build']) await buildSite({ base: site.base, out: values.site });
const packed = await packSite(values.site, out, {
  site,
  words: await wordsOf(site.language),
  day,
  key,
});
console.log(
  `做好了：${out}，${packed.files} 个文件，${(packed.bytes / 1e6).toFixed(1)} MB。解压以后双击里面的“打开${site.name}”。`,
);
if (!packed.isSigned) {
  console.log(
    '清单没有签名：没有给密钥（--key 或 SIGNING_KEY）。别人能查出文件坏没坏，查不出是谁做的。',
  );
}
