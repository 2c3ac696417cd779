/** `npm run new`: starts a practice, or with `--library DIR` a library. */
import '#commands/last-catch.ts';
import '#commands/content-option.ts';
import { startLibrary } from '#editing/new-library.ts';

const [option = '', folder = ''] = process.argv.slice(2);
if (option === '--library') startLibrary(folder);
else if (option.startsWith('--library=')) startLibrary(option.slice('--library='.length));
else await import('#commands/new-practice.ts');
