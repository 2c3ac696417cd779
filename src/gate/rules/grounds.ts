import {
  comparable,
  evidenceProblems,
  hasPlace,
  holdsQuotation,
  quotationsIn,
  type EvidenceProblem,
} from '#domain/grounds/evidence.ts';
import { placeNumbers } from '#domain/grounds/attribution.ts';
import { coverageOf, pairGrounds, type Ground, type Pair } from '#domain/grounds/grounds.ts';
import { statementsOf, type Statement } from '#domain/grounds/statements.ts';
import { carryForward, type ParagraphLedger } from '#domain/practice/paragraph-ledger.ts';
import { articlesOf, type KnownArticle } from '#gate/articles.ts';
import { fault, type Fault, type Place } from '#gate/fault.ts';
import { chineseNameOf } from '#gate/field-names.ts';
import type { Library, PracticeDocument } from '#gate/library.ts';
import { groundsFile, type CheckedRecord, type GroundsData } from '#gate/records.ts';
import { mintParagraphId } from '#prose/paragraph-id.ts';
import { shortDigestOf } from '#prose/statement.ts';

/**
 * Each statement rests on words of its source. What is confirmed has to hold as it stands; whether
 * all has to be confirmed is for an office to say (`reviewing.yml`).
 */
export function groundsHold({ practices, grounds, ledgers, listed, raw }: Library): Fault[] {
  const isRequired = listed.reviewing.grounds === 'required';
  const ofPractice = new Map(grounds.map((record) => [record.id, record]));
  const ledgerOf = new Map(ledgers.map(({ id, data }) => [id, data]));
  const strays = grounds
    .filter(({ id }) => !raw.practiceIds.has(id))
    .map(({ id, file }) =>
      fault(
        { file, line: null, field: '文件名', value: `${id}.yml` },
        '没有这篇实践',
        '实践改了名，出处要跟着改成同一个名字',
      ),
    );
  const faults = practices.flatMap((practice) => {
    const record = ofPractice.get(practice.id);
    // One that cannot be read has been told of.
    if (!record && raw.groundedIds.has(practice.id)) return [];
    if (!record && (!isRequired || practice.data.state !== 'published')) return [];
    const ledger = ledgerOf.get(practice.id) ?? { paragraphs: [], retired: [] };
    return practiceFaults(practice, {
      record: record ?? null,
      ledger,
      article: articlesOf(listed).get(practice.id) ?? null,
      isRequired: isRequired && practice.data.state === 'published',
    });
  });
  return [...strays, ...faults];
}

interface Circumstances {
  /** Null where nothing is written yet. */
  readonly record: CheckedRecord<GroundsData> | null;
  readonly ledger: ParagraphLedger;
  readonly article: KnownArticle | null;
  readonly isRequired: boolean;
}

function practiceFaults(practice: PracticeDocument, circumstances: Circumstances): Fault[] {
  const { record, ledger, article, isRequired } = circumstances;
  const file = groundsFile(practice.id);
  if (record === null) {
    const place = { file, line: null, field: '整个文件', value: null };
    const remedy = `运行 npm run grounds -- ${practice.id}，它会照原文拟出来，再逐条对照确认`;
    return [fault(place, '还没有写各处陈述的原文出处', remedy)];
  }
  const statements = statementsIn(practice, ledger);
  const { pairs, orphans } = pairGrounds(statements, record.data.statements, shortDigestOf);
  const names = practice.data.measures.map(({ name }) => name);
  const faults = orphans.map((index) => {
    const place = { ...record.place(['statements', index]), value: whatOf(record, index) };
    const remedy = '这一条陈述删了的，把出处也删去；改了名的，把 what 改成现在的';
    return fault(place, '实践里没有这一处陈述', remedy);
  });
  const proposed = pairs.filter(({ state }) => state === 'proposed');
  const [first] = proposed;
  if (isRequired && first) {
    const place = { ...record.place(['statements', first.place]), field: '出处', value: null };
    const problem = `有 ${proposed.length} 处出处是拟的，还没有人对照确认，这是头一处`;
    const remedy = `对照原文看过，运行 npm run grounds -- ${practice.id} --confirm；逐条并排看，加 --list`;
    faults.push(fault(place, problem, remedy));
  }
  for (const pair of pairs) {
    faults.push(...pairFaults(practice, pair, { file, record, article, isRequired, names }));
  }
  return faults;
}

/** Every statement of a practice; a paragraph that was reworded keeps its id, a new one has that it will get. */
export function statementsIn(
  practice: PracticeDocument,
  ledger: ParagraphLedger,
): readonly Statement[] {
  const { paragraphs } = carryForward(ledger, practice.paragraphs, {
    on: '',
    mint: (text, taken) => mintParagraphId(practice.id, text, taken),
  }).ledger;
  return statementsOf(
    practice.data,
    paragraphs.map(({ id, text }, index) => ({
      id,
      text,
      isOurs: practice.ours[index] ?? false,
    })),
  );
}

const whatOf = (record: CheckedRecord<GroundsData>, index: number): string | null =>
  record.data.statements[index]?.what ?? null;

interface About {
  readonly file: string;
  readonly record: CheckedRecord<GroundsData>;
  readonly article: KnownArticle | null;
  readonly isRequired: boolean;
  readonly names: readonly string[];
}

function pairFaults(practice: PracticeDocument, pair: Pair, about: About): Fault[] {
  const { statement, ground, place: index, state } = pair;
  const { file, record, article, isRequired, names } = about;
  const kind = chineseNameOf(statement.of) ?? (statement.of === 'paragraph' ? '正文段落' : '');
  const field = `${kind}（${statement.of}）的出处`;
  const value = statement.what === '' ? statement.said.join('，') : statement.what;
  if (ground === null) {
    if (state === 'ours' || !isRequired) return [];
    const remedy = `运行 npm run grounds -- ${practice.id} 拟出来，对照原文后确认；是编者自己的话，写 editor`;
    return [fault({ file, line: null, field, value }, '这一处陈述没有出处', remedy)];
  }
  const place: Place = {
    file: record.file,
    // Finding a line costs more than all else here, and most statements have no fault.
    get line() {
      return record.place(['statements', index]).line;
    },
    field,
    value,
  };
  const again = `对照原文再看一遍，改好以后运行 npm run grounds -- ${practice.id} --confirm`;
  if (state === 'stale') return [fault(place, '陈述或出处改过，还没有重新确认', again)];
  if (state === 'proposed' && !isRequired) return [];
  return groundFaults(statement, ground, {
    practice: practice.id,
    article,
    isRequired,
    names,
    place,
  }).map(({ fault: found }) => found);
}

/** What is wrong with a ground, with what somebody could do about it at once. */
export interface GroundFault {
  readonly fault: Fault;
  /** What its passages lack. */
  readonly evidence?: EvidenceProblem;
  /** The sentence that rests on nothing, counted from 1. */
  readonly bare?: number;
}

/** Of a ground by itself, written down or not, as it would be judged once it is confirmed. */
export function groundFaults(
  statement: Statement,
  ground: Ground,
  { practice, article, isRequired, names, place }: Judged,
): readonly GroundFault[] {
  const faults: GroundFault[] = formFaults(statement, ground, place).map((fault) => ({ fault }));
  if (isRequired) faults.push(...bareFaults(statement, ground, place));
  if (ground.passages || ground.absent) {
    if (article === null) {
      const remedy = `在 content/attributions/ 里写明它的原文归属：npm run grounds -- ${practice} --source 原文文件名`;
      return [...faults, { fault: fault(place, '没有写明这一篇的原文在哪里', remedy) }];
    }
    faults.push(...placeFaults(ground, article, place).map((fault) => ({ fault })));
    if (article.text && faults.length === 0) {
      for (const evidence of evidenceProblems(statement, ground, article.text, names)) {
        faults.push({ fault: evidenceFault(evidence, { ground, article, place }), evidence });
      }
    }
    const changed = (ground.passages ?? []).filter(({ at }) => article.changed.has(at));
    if (changed.length > 0 && faults.length === 0) {
      const where = changed.map(({ at }) => placeName(at)).join('、');
      const problem = `所据的原文段落（${where}）改过`;
      faults.push({ fault: fault(place, problem, '对照原文，看陈述还对不对') });
    }
  }
  if (!article?.text) return faults;
  return [...faults, ...misquoted(statement, ground, article, place).map((fault) => ({ fault }))];
}

interface Judged {
  /** Id of the practice. */
  readonly practice: string;
  readonly article: KnownArticle | null;
  /** Whether every sentence has to rest on something. */
  readonly isRequired: boolean;
  /** Of its measures. */
  readonly names: readonly string[];
  readonly place: Place;
}

/** `for` and `editor` name sentences there are. */
function formFaults(statement: Statement, ground: Ground, place: Place): Fault[] {
  const count = statement.sentences.length;
  const named = [
    ...(ground.passages ?? []).flatMap(({ for: of }) => of ?? []),
    ...(ground.absent ?? []).flatMap(({ for: of }) => of ?? []),
    ...(Array.isArray(ground.editor) ? ground.editor : []),
  ];
  const beyond = named.find((number: number) => number > count);
  if (beyond === undefined) return [];
  return [
    fault(place, `没有第 ${beyond} 句，这里只有 ${count} 句`, '照现在的句数改 for 或 editor'),
  ];
}

function bareFaults(statement: Statement, ground: Ground, place: Place): GroundFault[] {
  return coverageOf(statement, ground).bare.map((number) => {
    const sentence = statement.sentences[number - 1] ?? '';
    const remedy = '补上它所据的原文；原文没有的，把这句改掉或删去；是编者的话，写进 editor';
    const told = fault({ ...place, value: sentence }, `第 ${number} 句没有出处`, remedy);
    return { fault: told, bare: number };
  });
}

/** Without the source, its attribution still tells which places there are. */
function placeFaults(ground: Ground, { places, record }: KnownArticle, place: Place): Fault[] {
  const named = [
    ...(ground.passages ?? []).map(({ at }) => at),
    ...(ground.absent ?? []).flatMap(({ at }) => at ?? []),
  ];
  const missing = named.find((at) => !hasPlace(places, at));
  return missing === undefined
    ? []
    : [fault(place, `原文没有${placeName(missing)}`, `照 ${record.file} 里这一篇的段落改 at`)];
}

/** `第 3 节第 2 段` */
export function placeName(at: string): string {
  const { section, paragraph } = placeNumbers(at);
  if (paragraph === 0) return section === 0 ? '标题' : `第 ${section} 节的小标题`;
  const where = section === 0 ? '篇首' : `第 ${section} 节`;
  return paragraph === null ? where : `${where}第 ${paragraph} 段`;
}

interface Evidence {
  readonly ground: Ground;
  readonly article: KnownArticle;
  readonly place: Place;
}

function evidenceFault(problem: EvidenceProblem, { ground, place }: Evidence): Fault {
  const passage = 'passage' in problem ? ground.passages?.[problem.passage] : undefined;
  const where = passage ? placeName(passage.at) : '';
  const elsewhere = 'elsewhere' in problem ? problem.elsewhere : null;
  const there = elsewhere === null ? '' : `；原文${placeName(elsewhere)}有`;
  switch (problem.kind) {
    case 'noPlace':
      return fault(place, `原文没有${where}`, '照原文归属里这一篇的段落改 at');
    case 'absent':
      return fault(
        place,
        `原文${where}没有“${passage?.from ?? ''}”${there}`,
        '对照原文改 from 或 at',
      );
    case 'ambiguous':
      return fault(
        place,
        `“${passage?.from ?? ''}”在原文${where}不止一处`,
        '多写几个字，或从不重复的地方起',
      );
    case 'unended':
      return fault(place, `原文${where}从这里往后没有“${passage?.to ?? ''}”`, '对照原文改 to');
    case 'figure':
      return fault(
        place,
        `所据的原文里没有“${problem.wanted}”${there}`,
        '对照原文改数字，或改所据的段落',
      );
    case 'number':
      return fault(
        place,
        `第 ${problem.sentence} 句的 ${problem.wanted} 不在所据的原文里${there}`,
        '补上写这个数的原文，或改数字',
      );
    case 'quotation':
      return fault(
        place,
        `第 ${problem.sentence} 句引号里的“${problem.wanted}”不在所据的原文里${there}`,
        '引号里的字要和原文一样；补上原文，或去掉引号',
      );
    case 'name':
      return fault(
        place,
        `第 ${problem.sentence} 句用了“${problem.wanted}”，所据的原文里没有${there}`,
        '补上写到它的原文',
      );
    case 'present':
      return fault(
        place,
        `“${problem.wanted}”在原文${placeName(problem.elsewhere)}里有`,
        '原文写了的，就不是未载；另有所指的，把那几个字列进 passages，或换一个词去找',
      );
  }
}

/** What we put into quotation marks in the record stands in the article, whoever speaks. */
function misquoted(
  statement: Statement,
  ground: Ground,
  { text }: KnownArticle,
  place: Place,
): Fault[] {
  const whole = comparable(text?.whole ?? '');
  const texts = statement.of === 'paragraph' ? [] : statement.said;
  const checked = statement.sentences.filter((_sentence, index) => bears(ground, index + 1));
  return texts
    .flatMap((said) => quotationsIn(said ?? ''))
    .filter((quotation) => !holdsQuotation(whole, quotation))
    .filter((quotation) => !checked.some((sentence) => sentence.includes(quotation)))
    .map((quotation) =>
      fault(
        { ...place, value: quotation },
        '引号里的话原文没有',
        '引号里的字要和原文一样，一个字也不能改；不是引用，就去掉引号',
      ),
    );
}

const bears = ({ passages = [] }: Ground, sentence: number): boolean =>
  passages.some(({ for: of }) => of?.includes(sentence) ?? true);
