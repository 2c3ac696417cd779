/**
 * `npm run licences`: writes what of others reaches readers, and under which licence, to
 * `public/licences.txt`; `-- --all` lists all that builds the site as well.
 */
import '#commands/last-catch.ts';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { licencesList, licencesText } from '#build/licences.ts';

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false } } });

if (values.all) {
  console.log(licencesList());
} else {
  writeFileSync('public/licences.txt', licencesText());
  console.log('写好了 public/licences.txt。');
}
