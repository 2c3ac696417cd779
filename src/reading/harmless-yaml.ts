/** Behind its first letter, a value without quotes goes on so: neither ` #` nor `: ` cuts it. */
const more = String.raw`(?:[^\n\t:# ]|:(?! |$)| (?!#)|(?<! )#)*`;
/** What YAML has no use for: letters, and any sign beyond ASCII. */
const letter = String.raw`(?:[a-zA-Z]|(?![\x00-\x7f])[\p{L}\p{N}\p{P}\p{S}])`;
const bare = letter + more;
const integer = '(?:0|[1-9][0-9]{0,14})';
/** A number with words behind it: 7个月. */
const counted = String.raw`[0-9][0-9.]*(?![\x00-\x7f])[\p{L}\p{P}]`;
const quoted = String.raw`'(?:[^'\n\t]|'')*'|"[^"\\\n\t]*"`;
const date = '[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?';
/** Letters and digits in any order that no reader takes for a number: digests, names of files. */
const code = String.raw`-{0,2}(?:[a-zA-Z_]|[0-9](?=[\w-]*[a-zA-Z])(?<!0(?=[xXoObB][0-9a-fA-F_]*(?:[^\w-]|$)))(?![0-9_]*[eE]-?[0-9]*(?:[^\w-]|$)))[\w-]*(?:\.[a-z]{2,5})?`;
/** The place of a paragraph: 3/2. */
const place = '[0-9]+(?:/[0-9]+)+';
/** Inside brackets the marks of a list end a value. */
const word = String.raw`(?:(?:${letter}|${counted}|[+(](?=\p{Script=Han}))[^\n\t:#,[\]{}]*|${integer}|${place}|${code}|'[^'\n\t]*'|"[^"\\\n\t]*")`;
const list = String.raw`\[ ?(?:${word}(?:, ${word})*,?)? ?\]`;
const name = String.raw`(?:[a-zA-Z][\w-]*|'[0-9]+'|(?![\x00-\x7f])${letter}(?:[\w-]|(?![\x00-\x7f])${letter})*)`;
const field = String.raw`${name}: (?:${word}|${list})`;
const fields = String.raw`\{ ?${field}(?:, ${field})*,? ?\}`;

const entry = new RegExp(`^( {0,24})((?:- ){0,3})(?:(${name}):(?: |$))?(.*)$`, 'u');
const plain = new RegExp(
  `^(?:${bare}|${counted}${more}|${integer}|${date}|${code}(?: ${code})*|${quoted}|${list}|${fields})$`,
  'u',
);
const blankAtEnd = /[\u3000\u00A0]['"]?(?: ?[,\]}]|$)|(?:^|[[,:] ?)['"][\u3000\u00A0]/u;

/** A map with more of them is looked at more closely. */
const mostFields = 5000;

/**
 * Whether a YAML text can be seen, line by line and without reading it, to say what its lines
 * say: plain fields and lists, each value on its line. Nearly all content is written so, and the
 * full test takes ten times as long. Where this says no the text may still be sound.
 */
export function isHarmless(text: string, keepsLines: boolean): boolean {
  /** A line further in than this would go on with the value above it. */
  let deepest = Infinity;
  /** Lines further in than this are the text of a block. */
  let block = Infinity;
  /** What stands in brackets that were opened in a line above. */
  let open = '';
  /** Fields of the last map that began in each column. */
  const counts: number[] = [];
  for (const line of text.split('\n')) {
    if (open !== '') {
      if (line.search(/[^ ]/) <= deepest) return false;
      const part = line.trim();
      // A value that went on in the next line would get a blank there.
      if (!/[,[{]$/.test(open) && !/^[\]}]/.test(part)) return false;
      open += ` ${part}`;
      if (/[\]}]$/.test(open)) {
        if (!plain.test(open) || blankAtEnd.test(open)) return false;
        open = '';
      }
      continue;
    }
    const indent = line.search(/[^ ]/);
    if (indent < 0 || indent > block) continue;
    block = Infinity;
    if (line[indent] === '#') continue;
    if (deepest === Infinity && /^ *[[{]$/.test(line)) {
      open = line.trim();
      deepest = indent - 1;
      continue;
    }
    const [, blanks = '', dashes = '', key = '', value = ''] = entry.exec(line) ?? [];
    if ((dashes === '' && key === '') || indent > deepest) return false;
    const column = blanks.length + dashes.length;
    if (key !== '') {
      counts.length = column + 1;
      counts[column] = (dashes === '' ? (counts[column] ?? 0) : 0) + 1;
      if (counts[column] > mostFields) return false;
    }
    if (key !== '' && (value === '|' || value === '|-')) {
      if (!keepsLines) return false;
      block = column;
    } else if (/^[[{][^\]}]*$/.test(value)) {
      open = value;
    } else if (value !== '' && (!plain.test(value) || blankAtEnd.test(value))) return false;
    if (value === '') deepest = Infinity;
    else deepest = key === '' ? column - 2 : column;
  }
  return open === '';
}
