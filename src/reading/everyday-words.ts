import { existsSync } from 'node:fs';
import { contentPath } from '#folders.ts';
import { readSoundText } from '#reading/text-file.ts';
import { readSoundYaml } from '#reading/yaml.ts';
import { everydayWords } from '#schema/everyday-words.ts';
import { soundRecord } from '#reading/sound-record.ts';

const name = 'everyday-words.yml';

/**
 * What readers say, and the words of the library for it, as the editors wrote them; none without
 * the file. Throws where the gate would have told what is wrong with it.
 */
export function readEverydayWords(): { said: string; means: readonly string[] }[] {
  if (!existsSync(contentPath(name))) return [];
  const text = readSoundText(contentPath(name), name);
  const words = soundRecord(everydayWords, readSoundYaml(text, name) ?? {}, name);
  return Object.entries(words).map(([said, means]) => ({ said, means }));
}
