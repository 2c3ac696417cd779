import type { Page } from '@playwright/test';

/** What WCAG 2.2, 1.4.12 lets readers set for themselves. */
const readersSpacing = `
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
  p { margin-block-end: 2em !important; }`;

/** Sets text as widely as readers may want it. A sheet of its own, which the policy lets in. */
export const setWidely = (page: Page): Promise<void> =>
  page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, readersSpacing);

/** Opens whatever is folded, so that its text is looked at too. */
export const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });

/**
 * Text that does not fit, a line each: beyond the edge of the page and of any scroller, cut off by
 * a box, or over other text.
 */
export const unfitText = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    interface Piece {
      readonly node: Text;
      readonly parent: Element;
      readonly box: DOMRect;
      /** What keeps it in its place while the page scrolls; such pieces lie over others by design. */
      readonly held: Element | null;
    }
    const faults: string[] = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) {
      faults.push(`the page is ${document.documentElement.scrollWidth} px wide`);
    }
    const pieces = [...shownText()];
    for (const piece of pieces) {
      const cut = cutterOf(piece);
      if (cut) faults.push(`cut off by <${cut.localName} class="${cut.className}">: ${say(piece)}`);
    }
    const byTop = pieces.sort((a, b) => a.box.top - b.box.top);
    byTop.forEach((piece, index) => {
      for (const other of byTop.slice(index + 1)) {
        if (other.box.top >= piece.box.bottom) break;
        if (other.node !== piece.node && other.held === piece.held && overlap(piece, other)) {
          faults.push(`one over the other: ${say(piece)} / ${say(other)}`);
        }
      }
    });
    return faults;

    function* shownText(): Generator<Piece> {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (!parent || !node.nodeValue?.trim() || parent.closest('script, style, noscript, svg')) {
          continue;
        }
        const seen = { visibilityProperty: true, opacityProperty: true };
        if (!parent.checkVisibility(seen) || isForScreenReaders(parent)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
          // What waits beyond the left edge comes in with the focus, as the way past the header does.
          const waits = box.right <= 0 && getComputedStyle(parent).position !== 'static';
          if (box.width > 1 && !waits)
            yield { node: node as Text, parent, box, held: holderOf(parent) };
        }
      }
    }

    function isForScreenReaders(element: Element): boolean {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { clipPath, position } = getComputedStyle(at);
        const { width: wide, height } = at.getBoundingClientRect();
        if (position === 'absolute' && (clipPath !== 'none' || (wide <= 1 && height <= 1))) {
          return true;
        }
      }
      return false;
    }

    function holderOf(element: Element): Element | null {
      for (let at: Element | null = element; at; at = at.parentElement) {
        if (/fixed|sticky/.test(getComputedStyle(at).position)) return at;
      }
      return null;
    }

    /** The box that cuts a piece of text, the page itself included; null where a scroller shows it. */
    function cutterOf({ parent, box }: Piece): Element | null {
      for (let at: Element | null = parent; at; at = at.parentElement) {
        const { overflowX, overflowY, display } = getComputedStyle(at);
        if (display === 'inline' || display === 'contents') continue;
        const frame = at.getBoundingClientRect();
        const beyondX = box.right > frame.right + 1 || box.left < frame.left - 1;
        // A line's letters are higher than a tight line and still whole.
        const beyondY = box.bottom > frame.bottom + 4 || box.top < frame.top - 4;
        if (/auto|scroll/.test(`${overflowX} ${overflowY}`) && at !== document.documentElement) {
          return null;
        }
        if (/hidden|clip/.test(overflowX) && beyondX) return at;
        if (/hidden|clip/.test(overflowY) && beyondY) return at;
      }
      return box.right > width + 1 || box.left < -1 ? document.documentElement : null;
    }

    function overlap({ box: one }: Piece, { box: other }: Piece): boolean {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      return across > 2 && down > 0.4 * Math.min(one.height, other.height);
    }

    function say({ node, box }: Piece): string {
      return `“${(node.nodeValue ?? '').trim().slice(0, 24)}” (${Math.round(box.left)}–${Math.round(box.right)})`;
    }
  });
