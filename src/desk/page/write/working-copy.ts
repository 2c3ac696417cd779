/**
 * A practice as it is being typed. The text of the file is the truth; the server turns an edit of a
 * field into an edit of its lines, one after the other, while the prose is typed here. What is typed
 * is kept twice until it is saved: by the server, and in this browser in case the server is gone.
 */
import type {
  DeskFault,
  FieldEdit,
  FieldPath,
  Judged,
  Mend,
  OpenPractice,
  Taken,
} from '../../api.ts';
import { ask, NotDone, sentenceOfError } from '../ask.ts';
import { forgetTyping, keepTyping } from './kept-typing.ts';
import { thisWindow } from './this-window.ts';
import { valueAt } from './values.ts';

export type SaveState =
  | { readonly is: 'saved'; readonly at: Date | null }
  | { readonly is: 'changed'; readonly isKept: boolean }
  | { readonly is: 'saving' }
  | { readonly is: 'failed'; readonly why: string };

/** What those who show the copy are told of. */
export interface Happenings {
  /** The card is other data now; the fields follow. */
  readonly card: () => void;
  /** The prose was changed by other hands than those in its editor. */
  readonly prose: () => void;
  readonly judged: () => void;
  readonly state: () => void;
  /** Whatever was typed, at once. */
  readonly text: () => void;
}

export type Conflict = { readonly theirs: string | null; readonly digest: string };

interface SaveDone {
  readonly changedLines: number;
  readonly commit: string | null;
  readonly notice: string | null;
}

/** Does one piece of work after the other, whatever becomes of those before. */
function oneByOne(): <Done>(work: () => Promise<Done>) => Promise<Done> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

const pauses = { edit: 250, judge: 600, keep: 1000, again: 3000 };

export class WorkingCopy {
  readonly id: string;
  readonly file: string;
  card = '';
  body = '';
  data: unknown = null;
  judged: Judged | null = null;
  /** Whether `judged` is of the text as it stands. */
  isJudged = false;
  state: SaveState = { is: 'saved', at: null };
  private digest: string;
  private saved: string;
  /** Values typed in fields that the text does not say yet, by their path. */
  private readonly waiting = new Map<string, FieldEdit>();
  private readonly inTurn = oneByOne();
  /** What is kept and saved goes to the server one by one: none may come before an earlier one. */
  private readonly toServer = oneByOne();
  private readonly listeners: Partial<Record<keyof Happenings, (() => void)[]>> = {};
  private readonly timers = new Map<string, number>();
  private isClosed = false;

  constructor(opened: OpenPractice) {
    this.id = opened.id;
    this.file = opened.file;
    this.digest = opened.digest;
    this.saved = opened.saved;
    this.take(opened.text, opened);
    if (opened.text !== opened.saved) this.state = { is: 'changed', isKept: true };
  }

  /** Once all who show it listen: what is wrong with it as it was opened. */
  begin(): void {
    this.soon('judge', 0, () => this.judge());
  }

  get text(): string {
    return this.card + this.body;
  }

  get faults(): readonly DeskFault[] {
    return this.judged?.faults ?? [];
  }

  get isUnsaved(): boolean {
    return this.waiting.size > 0 || this.text !== this.saved;
  }

  on(happening: keyof Happenings, listener: () => void): void {
    (this.listeners[happening] ??= []).push(listener);
  }

  /** What a field says now, also where that is typed and not yet in the text. */
  value(path: FieldPath): unknown {
    const typed = this.waiting.get(JSON.stringify(path));
    if (!typed) return valueAt(this.data, path);
    return typed.edit === 'set' ? typed.value : undefined;
  }

  /** A field as it is being typed: written into the text when the typing pauses. */
  set(path: FieldPath, value: unknown): void {
    const edit: FieldEdit =
      value === undefined ? { edit: 'remove', path } : { edit: 'set', path, value };
    this.waiting.set(JSON.stringify(path), edit);
    this.touched();
    this.soon('edit', pauses.edit, () => void this.flush().catch(() => undefined));
  }

  /** Rows that come, go or move: after what is being typed. Throws `NotDone`. */
  async edit(...edits: readonly FieldEdit[]): Promise<void> {
    await this.flush();
    await this.inTurn(() => this.write(edits));
  }

  setBody(body: string, byEditor = false): void {
    if (body === this.body) return;
    this.body = body;
    this.touched();
    if (!byEditor) this.tell('prose');
  }

  /** Writes into the text what was typed in fields. Throws `NotDone`. */
  async flush(): Promise<void> {
    clearTimeout(this.timers.get('edit'));
    await this.inTurn(async () => {
      if (this.waiting.size === 0) return;
      const edits = new Map(this.waiting);
      try {
        await this.write([...edits.values()]);
      } catch (error) {
        // What the server would not take is not asked again; what it did not hear is.
        if (error instanceof NotDone && !error.isOutOfReach) this.settle(edits);
        else this.soon('edit', pauses.again, () => void this.flush().catch(() => undefined));
        this.setState({ is: 'failed', why: sentenceOfError(error) });
        throw error;
      }
      this.settle(edits);
    });
  }

  /** The whole file, from elsewhere: a mend, the other side of a conflict, the raw view. */
  async setText(text: string): Promise<void> {
    await this.flush();
    await this.inTurn(async () => {
      const taken = await ask('POST edit', { id: this.id, text, edits: [] });
      const body = this.body;
      this.take(taken.text, taken);
      this.touched();
      this.tell('card');
      if (this.body !== body) this.tell('prose');
    });
  }

  /** False where the text is no longer what the mend was made for. */
  async mend({ from, to, text }: Mend): Promise<boolean> {
    await this.flush();
    if (!this.isJudged) return false;
    const whole = this.text;
    await this.setText(whole.slice(0, from) + text + whole.slice(to));
    return true;
  }

  /** Throws `NotDone`; answers with what stands there where the file is not as it was read. */
  async save(): Promise<SaveDone | Conflict> {
    await this.flush();
    return this.toServer(() => this.saveNow());
  }

  private async saveNow(): Promise<SaveDone | Conflict> {
    const text = this.text;
    if (text === this.saved) return { changedLines: 0, commit: null, notice: null };
    this.setState({ is: 'saving' });
    try {
      const done = await ask('POST save', {
        id: this.id,
        text,
        digest: this.digest,
        window: thisWindow,
      });
      this.digest = done.digest;
      this.saved = text;
      if (this.text === text) forgetTyping(this.id);
      this.setState(
        this.isUnsaved ? { is: 'changed', isKept: false } : { is: 'saved', at: new Date() },
      );
      return done;
    } catch (error) {
      this.setState({ is: 'failed', why: sentenceOfError(error) });
      const conflict = error instanceof NotDone && error.status === 409 ? conflictIn(error) : null;
      if (conflict) return conflict;
      throw error;
    }
  }

  /** The other side was looked at: the next save may overwrite it. */
  settleConflict({ digest, theirs }: Conflict): void {
    this.digest = digest;
    this.saved = theirs ?? '';
  }

  /** Before another view is shown: what is typed is in the text, and kept where it is not saved. */
  async leave(): Promise<void> {
    this.timers.forEach((timer) => clearTimeout(timer));
    await this.flush().catch(() => undefined);
    if (this.isUnsaved) await this.toServer(() => this.sendTyping()).catch(() => null);
    this.isClosed = true;
  }

  private async write(edits: readonly FieldEdit[]): Promise<void> {
    const before = this.body;
    const edited = await ask('POST edit', { id: this.id, text: this.text, edits });
    const typedMeanwhile = this.body === before ? null : this.body;
    this.take(edited.text, edited);
    if (typedMeanwhile !== null) this.body = typedMeanwhile;
    else if (this.body !== before) this.tell('prose');
    this.touched();
    this.tell('card');
  }

  private settle(edits: ReadonlyMap<string, FieldEdit>): void {
    edits.forEach((edit, path) => {
      if (this.waiting.get(path) === edit) this.waiting.delete(path);
    });
  }

  private take(text: string, taken: Taken): void {
    this.body = proseIn(text, taken);
    this.card = text.slice(0, text.length - this.body.length);
    this.data = taken.data;
  }

  private touched(): void {
    this.isJudged = false;
    if (this.state.is !== 'saving') {
      this.setState(this.isUnsaved ? { is: 'changed', isKept: false } : { is: 'saved', at: null });
    }
    keepTyping(this.id, { text: this.text, edits: [...this.waiting.values()] });
    this.tell('text');
    this.soon('judge', pauses.judge, () => this.judge());
    this.soon('keep', pauses.keep, () => this.keep());
  }

  private async keep(): Promise<void> {
    try {
      const text = await this.toServer(() => this.sendTyping());
      if (this.state.is === 'changed' && this.text === text) {
        this.setState({ is: 'changed', isKept: true });
      }
    } catch (error) {
      this.setState({ is: 'failed', why: sentenceOfError(error) });
      this.soon('keep', pauses.again, () => this.keep());
    }
  }

  /** What is typed and not saved, for the server to keep; null where there is nothing. */
  private async sendTyping(): Promise<string | null> {
    const { text, id, digest } = this;
    if (!this.isUnsaved) return null;
    await ask('POST keep', { id, text, digest, window: thisWindow });
    return text;
  }

  private async judge(): Promise<void> {
    const text = this.text;
    const judged = await ask('POST judge', { id: this.id, text }).catch(() => null);
    if (this.isClosed) return;
    if (this.text !== text || !judged) {
      this.soon('judge', judged ? pauses.judge : pauses.again, () => this.judge());
      return;
    }
    this.judged = judged;
    this.isJudged = this.waiting.size === 0;
    this.tell('judged');
  }

  private setState(state: SaveState): void {
    this.state = state;
    this.tell('state');
  }

  private tell(happening: keyof Happenings): void {
    if (!this.isClosed) this.listeners[happening]?.forEach((listener) => listener());
  }

  private soon(what: string, pause: number, work: () => void): void {
    clearTimeout(this.timers.get(what));
    if (!this.isClosed) this.timers.set(what, window.setTimeout(work, pause));
  }
}

/** All of a file from the line on which its prose begins. */
export function proseIn(text: string, { bodyLine }: Taken): string {
  let at = 0;
  for (let line = 1; line < bodyLine; line += 1) {
    const end = text.indexOf('\n', at);
    at = end < 0 ? text.length : end + 1;
  }
  return text.slice(at);
}

function conflictIn({ answer }: NotDone): Conflict | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const { theirs, digest } = answer as { theirs?: unknown; digest?: unknown };
  if (typeof digest !== 'string') return null;
  return { theirs: typeof theirs === 'string' ? theirs : null, digest };
}
