/**
 * What the pages of the editing desk and its server say to each other. Every call is JSON below
 * `/desk/api/`, with the cookie that the first address sets; whatever is not done is answered with a
 * `Refused` and a status of 400 or more, its sentence for the editor. The text of a file is the
 * truth: the server keeps nothing of it in memory, so that a desk started anew goes on.
 */

import type { Block, Span } from '#domain/editing/blocks.ts';
import type { Spot } from '#domain/editing/alignment.ts';
import type { PartKind } from '#domain/grounds/attribution.ts';
import type { PartInOrder } from '#editing/attributing.ts';
import type { NamingPlace, PlaceDecided } from '#editing/naming-places.ts';
import type { Division as ListedDivision, RegionDraft } from '#editing/divisions.ts';

export type { Block, NamingPlace, PartInOrder, PartKind, PlaceDecided, Span, Spot };

/** Where a value stands in the card of a practice: `['figures', 2, 'unit']`. */
export type FieldPath = readonly (string | number)[];

/** Status 4xx or 5xx: not done, and why. */
export interface Refused {
  /** A sentence or several, in Chinese. */
  readonly refused: string;
}

/** Status 409 of `save`: the file is not as it was read. Nothing has been written. */
export interface Changed extends Refused {
  /** As it stands on disk now; null where it is gone. */
  readonly theirs: string | null;
  /** To be sent with the next save of who has looked at both. */
  readonly digest: string;
}

/** By method and path below `/desk/api/`: what is asked, and what is answered. */
export interface Calls {
  /** `?closer=1` looks at some more of those that were not looked at yet. */
  'GET board': { asked: undefined; answered: Board };
  'GET form': { asked: undefined; answered: Form };
  /** `?id=` */
  'GET practice': { asked: undefined; answered: OpenPractice };
  'POST edit': { asked: EditAsked; answered: Edited };
  'POST judge': { asked: Working; answered: Judged };
  'POST keep': { asked: Kept; answered: { readonly at: string } };
  /** Forgets what was kept of a practice. */
  'POST drop': { asked: { readonly id: string }; answered: OpenPractice };
  'POST save': { asked: SaveAsked; answered: Saved };
  'POST preview': { asked: Working; answered: Preview };
  'POST new-practice': { asked: NewPractice; answered: OpenPractice };
  'POST new-entry': { asked: NewEntry; answered: { readonly lists: Lists } };
  /** What an id, and the pinyin of a name, could be: to be looked over, never taken unseen. */
  'POST propose': { asked: { readonly name: string }; answered: Proposal };
  /** `?q=`: code, name or the beginning of one. */
  'GET divisions': { asked: undefined; answered: { readonly divisions: readonly Division[] } };
  /** `?name=`: the body is the file itself, of any type. */
  'POST take-in': { asked: Blob; answered: TakenIn };
  'POST accept-source': { asked: AcceptSource; answered: Source };
  'GET sources': { asked: undefined; answered: { readonly sources: readonly SourceFile[] } };
  /** `?name=`, `&for=` the practice one works on. */
  'GET source': { asked: undefined; answered: Source };
  /** In which order the parts of an article are read. */
  'POST order-parts': { asked: PartsOrdered; answered: Source };
  'POST attribute': { asked: Attribution; answered: Source };
  /** `?id=`: what a reviewer has before him. */
  'GET review': { asked: undefined; answered: Review };
  /** Ticks of a reader who has not signed yet; kept until the text changes. */
  'POST tick': { asked: Ticks; answered: { readonly at: string } };
  /** On what one claim rests, confirmed or not; answered with the claim as it is then. */
  'POST ground': { asked: GroundAsked; answered: Claim };
  'POST sign': { asked: SignAsked; answered: Review };
  /** What publishing would do, and what it still needs to be told. Nothing is written. */
  'POST before-publishing': { asked: { readonly id: string }; answered: BeforePublishing };
  'POST publish': { asked: PublishAsked; answered: Done };
  /** `?id=`: where the library names a practice that is to be withdrawn. */
  'GET naming': { asked: undefined; answered: { readonly places: readonly NamingPlace[] } };
  'POST retire': { asked: RetireAsked; answered: Done };
  /** Sets the state of a practice that no reader has yet: `draft` or `review`. */
  'POST move': { asked: { readonly id: string; readonly to: 'draft' | 'review' }; answered: Done };
  'GET undo': { asked: undefined; answered: { readonly saves: readonly PastSave[] } };
  'POST undo': { asked: { readonly save: string }; answered: Done };
}

// ── Board ────────────────────────────────────────────────────────────────────────────────────────

export type Column = 'draft' | 'review' | 'ready' | 'published' | 'retired';

export interface Board {
  /** Name of the library, and the folder its content lies in. */
  readonly library: string;
  readonly folder: string;
  readonly columns: readonly { readonly column: Column; readonly label: string }[];
  readonly cards: readonly Card[];
  /** Faults in lists, guides and settings, which no card can show. */
  readonly faults: readonly DeskFault[];
  /** What could not be looked at, a sentence each. */
  readonly notices: readonly string[];
  /** What an editor does with what is saved: a commit each, or the last ten saves to undo. */
  readonly history: 'commits' | 'undo';
}

export interface Card {
  readonly id: string;
  readonly file: string;
  readonly column: Column;
  /** As far as they can be read. */
  readonly title: string | null;
  readonly region: string | null;
  readonly edition: number | null;
  /** Null as long as nobody has looked. */
  readonly faults: number | null;
  /** Rounds of reading that are signed for the text as it stands, of all there are. */
  readonly signed: { readonly done: number; readonly of: number };
  /** When typing was kept that has not been saved; null where there is none. */
  readonly keptAt: string | null;
  /** The text differs from what was published last. */
  readonly isChanged: boolean;
}

// ── Form ─────────────────────────────────────────────────────────────────────────────────────────

export interface Form {
  /** Fields of a practice in the order of its schema. */
  readonly fields: readonly FormField[];
  readonly lists: Lists;
  /** Fields of an entry of each list, for 新建. */
  readonly entries: Readonly<Record<string, readonly FormField[]>>;
  /** Headings of the prose, in order. */
  readonly sections: readonly string[];
  /** Drawings that the prose may hold, with what each is for. */
  readonly drawings: readonly { readonly name: string; readonly label: string }[];
}

export interface FormField {
  readonly key: string;
  /** In an editor's words: 摘要. */
  readonly label: string;
  /** The schema's own sentence. */
  readonly sentence: string;
  readonly isRequired: boolean;
  readonly is: FieldKind;
}

export type FieldKind =
  /** One line of text. `most` characters, as an editor counts them. */
  | { readonly kind: 'text'; readonly most: number | null }
  | { readonly kind: 'number' }
  /** `yyyy-mm-dd` */
  | { readonly kind: 'day' }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  /** The id of an entry of a list. */
  | { readonly kind: 'pick'; readonly list: string }
  | {
      readonly kind: 'picks';
      readonly list: string;
      readonly least: number;
      readonly most: number | null;
    }
  /** Texts of one line each. */
  | { readonly kind: 'texts'; readonly least: number; readonly most: number | null }
  | {
      readonly kind: 'rows';
      readonly fields: readonly FormField[];
      readonly least: number;
      readonly most: number | null;
      readonly words: readonly string[];
    }
  | { readonly kind: 'group'; readonly fields: readonly FormField[] }
  /** A group whose field `kind` decides which others there are. */
  | {
      readonly kind: 'kinds';
      readonly kinds: readonly {
        readonly kind: string;
        readonly label: string;
        readonly fields: readonly FormField[];
      }[];
    }
  /** Always the same; shown, not typed. */
  | { readonly kind: 'fixed'; readonly value: string };

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Entries practices may name, by list: `regions`, `topics`, `authors`, … */
export type Lists = Readonly<Record<string, readonly ListedEntry[]>>;

export interface ListedEntry {
  readonly id: string;
  readonly label: string;
  /** Of a region or topic: what it lies in, from the top. Otherwise aliases, pinyin. */
  readonly hint: string;
}

// ── A practice at work ───────────────────────────────────────────────────────────────────────────

/** A practice as it is being typed. */
export interface Working {
  readonly id: string;
  /** The whole file: card and prose. Lines end with `\n`. */
  readonly text: string;
}

export interface OpenPractice extends Working, Taken {
  /** `content/practices/<id>.mdx` */
  readonly file: string;
  /** Of the file on disk as it was read; `save` wants it back. */
  readonly digest: string;
  /** As the file stands; other than `text` where typing was restored. */
  readonly saved: string;
  /** Typing that was not saved and is given back in `text`; null where there is none. */
  readonly restored: {
    readonly at: string;
    /** The file has been changed since by somebody else: look at both before saving. */
    readonly isStale: boolean;
  } | null;
  /** Where the file cannot be written: why. The desk still keeps what is typed. */
  readonly cannotSave: string | null;
  /** The source this practice is written from; null where none was taken in. */
  readonly source: string | null;
}

/** What a text says, for the form. */
export interface Taken {
  /** The card as plain data; null where it is no YAML yet: then only the text can be mended. */
  readonly data: unknown;
  readonly body: string;
  /** Line of the file on which the body begins. */
  readonly bodyLine: number;
}

export type FieldEdit =
  /** Writes a value, plain data of the kind the field has; a field that is not there is added in the order of the schema. */
  | { readonly edit: 'set'; readonly path: FieldPath; readonly value: unknown }
  /** Takes a field or a row out, its lines with it. */
  | { readonly edit: 'remove'; readonly path: FieldPath }
  /** Puts a row in before the one at the path's end; the length of the list appends. */
  | { readonly edit: 'insert'; readonly path: FieldPath; readonly value: unknown }
  | { readonly edit: 'move'; readonly path: FieldPath; readonly to: number }
  /** The prose behind the card, as a whole. */
  | { readonly edit: 'prose'; readonly body: string };

export interface EditAsked extends Working {
  readonly edits: readonly FieldEdit[];
}

/** Only the lines of what was edited differ. */
export interface Edited extends Taken {
  readonly text: string;
}

export interface Judged extends Taken {
  /** Of this practice, by line. */
  readonly faults: readonly DeskFault[];
  /** Runs shared with the sources, for underlining: offsets in `text`, UTF-16. */
  readonly copied: readonly {
    readonly from: number;
    readonly to: number;
    readonly length: number;
  }[];
  readonly notices: readonly string[];
}

export interface DeskFault {
  readonly file: string;
  readonly line: number | null;
  /** In an editor's words. */
  readonly field: string;
  /** Field of the card it is about; null where it is about prose or the whole file. */
  readonly path: FieldPath | null;
  readonly value: string | null;
  readonly problem: string;
  readonly remedy: string;
  /** 改成: where the mend is certain. Offsets in the text judged, UTF-16. */
  readonly mend: Mend | null;
}

export interface Mend {
  readonly from: number;
  readonly to: number;
  /** What is put there. */
  readonly text: string;
  /** On the button: 改成“……”, 删去. */
  readonly label: string;
}

/** Typing to be found again after a crash; sent a second after every pause. */
export interface Kept extends Working {
  /** Digest of the file it began with. */
  readonly digest: string;
  /** Letters and digits that tell one window from another, so that none overwrites what another kept. */
  readonly window?: string | undefined;
}

export interface SaveAsked extends Working {
  readonly digest: string;
  readonly window?: string | undefined;
}

export interface Saved {
  readonly digest: string;
  /** Lines that differ from what stood there before. */
  readonly changedLines: number;
  /** Short name of the commit; null where there is no repository. */
  readonly commit: string | null;
  /** What was saved all the same, and should be known: a commit that did not come about. */
  readonly notice: string | null;
}

export type Preview =
  /** An address on the desk's own server, to be shown in a frame. */
  | { readonly address: string }
  /** There is nothing new to show yet, and why; the last page stays. */
  | { readonly waiting: string };

// ── 新建 ─────────────────────────────────────────────────────────────────────────────────────────

export interface NewPractice {
  readonly id: string;
  readonly title: string;
  /** Kind of source: `journal`, `scan`, … */
  readonly kind: string;
  readonly sourceTitle: string;
  /** Name of a source taken in before; null where there is none. */
  readonly source: string | null;
}

export interface NewEntry {
  /** `authors`, `terms`, `institutions`, `regions`, `topics`, `problems`. */
  readonly list: string;
  /** By the fields of `Form.entries`. What a region lies in is added before it: `Division.missing`. */
  readonly entry: Readonly<Record<string, unknown>>;
}

export interface Proposal {
  /** `bengbu-wei-fating` */
  readonly id: string;
  /** Of a person: `huang-xiaowu`. */
  readonly personId: string;
  /** As for a person: `Huang Xiaowu`. */
  readonly personName: string;
  /** As for a place: `Bengbu`. */
  readonly placeName: string;
}

export interface Division {
  /** Six digits. */
  readonly code: string;
  readonly name: string;
  readonly level: ListedDivision['level'];
  /** Names from the top, its own last: 安徽省 蚌埠市 固镇县. */
  readonly path: readonly string[];
  readonly isListed: boolean;
  /** Entries to be added for it, from the top, its own last; short names and pinyin are proposals. */
  readonly missing: readonly RegionDraft[];
}

// ── Sources ──────────────────────────────────────────────────────────────────────────────────────

/** What was found in a file before it is accepted. Nothing is kept yet. */
export interface TakenIn {
  readonly name: string;
  /** SHA-256 of the file as it came, in hexadecimal. */
  readonly digest: string;
  readonly encoding: string;
  readonly blocks: readonly Block[];
  readonly characters: number;
  /** What would be changed in the text that is worked with, kind by kind; the original stays as it came. */
  readonly cleaning: readonly Cleaning[];
  /** What the file holds and could not be taken: pictures, notes, what was tracked. */
  readonly notices: readonly string[];
}

export interface Cleaning {
  /** Name of the kind, to be sent back where it is accepted. */
  readonly kind: string;
  /** 全角数字 */
  readonly label: string;
  readonly count: number;
  /** Some, with what stands around them, what cannot be seen named. */
  readonly examples: readonly { readonly before: string; readonly after: string }[];
}

export interface AcceptSource {
  readonly name: string;
  /** The file again, in base64, so that nothing is held on the server meanwhile. */
  readonly file: string;
  /** Kinds of cleaning that are accepted. */
  readonly clean: readonly string[];
}

export interface SourceFile {
  readonly name: string;
  readonly digest: string;
  readonly takenOn: string;
}

export interface Source extends SourceFile {
  /** Whether its paragraphs are on record as those of the article one works on, or of others. */
  readonly owner: 'nobody' | 'this' | 'others';
  readonly blocks: readonly SourceBlock[];
  /** The article one works on, part by part as it is read; empty where nothing is on record. */
  readonly parts: readonly ArticlePart[];
}

export interface ArticlePart {
  /** Number of its paragraph in the source, from 1. */
  readonly at: number;
  /** As the source has it, blanks left out. */
  readonly text: string;
  readonly is: PartKind | null;
}

export interface PartsOrdered {
  readonly name: string;
  readonly for: string;
  /** As they were read before, so that none is moved that somebody else has moved meanwhile. */
  readonly before: readonly number[];
  readonly order: readonly PartInOrder[];
}

export interface SourceBlock {
  readonly block: Block;
  /** Whether it belongs to the article one works on: columns of a scan are interleaved. */
  readonly belongs: Belongs;
}

export type Belongs = 'this' | 'another' | 'unused' | 'open';

export interface Attribution {
  readonly name: string;
  /** The practice one works on; the same scan is shared by several. */
  readonly for?: string | undefined;
  /** By the number of the block, from 0. */
  readonly blocks: readonly { readonly block: number; readonly belongs: Belongs }[];
}

// ── Review, publish, retire ──────────────────────────────────────────────────────────────────────

export interface Review {
  readonly id: string;
  readonly edition: number;
  /** Null where it was never published. */
  readonly publishedEdition: number | null;
  /** Word by word against what readers have; one piece after the other. Null where that text is not at hand. */
  readonly diff: readonly DiffPart[] | null;
  /** Each thing it says, to be ticked; without a source on record, each figure and claim. */
  readonly claims: readonly Claim[];
  /** What keeps them from being confirmed, in a sentence; null where nothing does. */
  readonly notice: string | null;
  readonly rounds: readonly RoundState[];
  /** `true`: no publishing without all rounds. */
  readonly isRequired: boolean;
  /** The words differ from what readers have: the first to sign says what changed, which counts the edition. */
  readonly asksWhatChanged: boolean;
  /** Paragraphs that leave the prose; signing them away has to be accepted. */
  readonly leaving: readonly string[];
}

export interface DiffPart {
  readonly is: 'same' | 'added' | 'removed';
  readonly text: string;
}

export interface Claim {
  /** `figures.2`; what `tick` and `ground` are about. */
  readonly key: string;
  readonly label: string;
  readonly text: string;
  /** The same, sentence by sentence. */
  readonly sentences: readonly string[];
  /** Heading in the source it was taken from; empty where none is told. */
  readonly section: string;
  /** Words around it in the source, as far as they are found there; where it has no ground. */
  readonly inSource: string | null;
  readonly isTicked: boolean;
  /** Digest of what is said, to be sent with its ground. */
  readonly said: string;
  /** Null where its source is not on record, or not at hand. */
  readonly ground: ClaimGround | null;
}

export interface ClaimGround {
  /** `proposed` may be by the program; `stale` was confirmed of other words. */
  readonly state: 'confirmed' | 'stale' | 'proposed' | 'missing';
  readonly passages: readonly ClaimPassage[];
  readonly absent: readonly ClaimAbsence[];
  /** Ours: all of it, or these sentences, counted from 1. */
  readonly editor: true | readonly number[] | null;
  readonly problems: readonly GroundProblem[];
}

/** Words of the source a claim rests on, as they are on record. */
export interface KnownPassage {
  /** The sentences they carry, counted from 1; all where it is left out. */
  readonly for?: readonly number[] | undefined;
  /** `3/2`: the second paragraph of the third section. */
  readonly at: string;
  readonly from: string;
  readonly to?: string | undefined;
}

export interface ClaimPassage extends KnownPassage {
  /** 第 3 节第 2 段 */
  readonly place: string;
  readonly words: string;
  /** Where they are shown. */
  readonly spots: readonly Spot[];
}

/** Words that were looked for and stand nowhere in the source. */
export interface ClaimAbsence {
  readonly for?: readonly number[] | undefined;
  readonly words: readonly string[];
  readonly at?: string | undefined;
}

export interface GroundProblem {
  readonly problem: string;
  readonly remedy: string;
  /** Of a claim of several sentences, which. */
  readonly sentence: number | null;
  /** The sentence rests on nothing: it may be ours. */
  readonly isBare: boolean;
  /** The words that are wanted, where the source has them: to be added. */
  readonly add: ClaimPassage | null;
}

export interface GroundAsked {
  readonly id: string;
  readonly key: string;
  readonly said: string;
  /** Those on record, and words chosen in the source. */
  readonly passages: readonly (
    KnownPassage | { readonly for?: readonly number[] | undefined; readonly spots: readonly Spot[] }
  )[];
  readonly absent: readonly ClaimAbsence[];
  readonly editor: true | readonly number[] | null;
  readonly isConfirmed: boolean;
}

export interface RoundState {
  readonly round: string;
  readonly signatures: readonly {
    readonly by: string;
    readonly on: string;
    readonly edition: number;
    /** False where the text has changed since. */
    readonly isCurrent: boolean;
  }[];
}

export interface Ticks {
  readonly id: string;
  readonly keys: readonly string[];
}

export interface SignAsked {
  readonly id: string;
  readonly round: string;
  readonly by: string;
  /** Where `Review.asksWhatChanged`. */
  readonly whatChanged?: string | null | undefined;
  readonly acceptLeaving?: boolean | undefined;
}

export interface BeforePublishing {
  readonly faults: readonly DeskFault[];
  /** Statements whose words in the source are not confirmed yet. */
  readonly ungrounded: number;
  /** The edition readers will get. */
  readonly edition: number;
  /** True where the words differ from what readers have, so that an edition is counted and what changed is asked. */
  readonly asksWhatChanged: boolean;
  /** Paragraphs that leave the prose; publishing them has to be accepted. */
  readonly leaving: readonly string[];
  /** Rounds that are not signed for the text as it stands. */
  readonly unsigned: readonly string[];
}

export interface PublishAsked {
  readonly id: string;
  /** What changed, for readers; where it is asked. */
  readonly whatChanged: string | null;
  readonly acceptLeaving: boolean;
}

export interface RetireAsked {
  readonly id: string;
  readonly by: string;
  readonly reason: string;
  readonly successor: string | null;
  /** Places out of which its name is taken along. */
  readonly places: readonly PlaceDecided[];
}

export interface Done {
  /** What was done, in a sentence. */
  readonly said: string;
  readonly commit: string | null;
  readonly notice: string | null;
}

export interface PastSave {
  readonly save: string;
  readonly at: string;
  /** 保存了 content/practices/x.mdx，改了 2 行 */
  readonly said: string;
}
