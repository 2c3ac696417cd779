import type { Page } from '@playwright/test';

/**
 * Targets a pointer hardly hits, a line each: WCAG 2.2, 2.5.8, with two of its exceptions.
 * A link in a sentence is as high as its line, and a small target may stand where a circle of
 * 24 px about its middle touches no other.
 */
export const tooSmallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const least = 24;
    /** Browsers round a box to parts of a pixel. */
    const rounding = 0.1;

    const controls = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]',
      ),
    ].filter(
      (control) =>
        control.checkVisibility({ visibilityProperty: true }) &&
        !control.matches(':disabled') &&
        !waitsForFocus(control),
    );

    interface Target {
      readonly control: HTMLElement;
      readonly box: DOMRect;
      readonly small: boolean;
    }
    const targets = controls.map((control): Target => {
      const box = boxOf(control);
      return { control, box, small: isSmall(box) && !isHitAround(control) };
    });

    return targets
      .filter(({ control, small }) => small && !isInSentence(control) && !hasRoom(control))
      .map(
        ({ control, box }) =>
          `${Math.round(box.width)}×${Math.round(box.height)}: ${control.outerHTML.slice(0, 160)}`,
      );

    /** For the keyboard alone: drawn once it has the focus. */
    function waitsForFocus(control: HTMLElement): boolean {
      const { width, height, right } = control.getBoundingClientRect();
      return (
        (width <= 1 && height <= 1 && !(control as HTMLInputElement).labels?.[0]) || right <= 0
      );
    }

    /** A label is hit in place of the control it names. */
    function boxOf(control: HTMLElement): DOMRect {
      const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : [];
      const boxes = [control, ...labels].flatMap((element) => [...element.getClientRects()]);
      return boxes.reduce(
        (best, box) =>
          Math.min(box.width, box.height) > Math.min(best.width, best.height) ? box : best,
        boxes[0] ?? new DOMRect(),
      );
    }

    function isSmall(box: DOMRect): boolean {
      return box.width < least - rounding || box.height < least - rounding;
    }

    /** Whether the place around a drawn box belongs to the control too, by a pseudo-element. */
    function isHitAround(control: HTMLElement): boolean {
      control.scrollIntoView({ block: 'center' });
      const box = boxOf(control);
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const reach = least / 2 - 0.5;
      return [
        [x - reach, y],
        [x + reach, y],
        [x, y - reach],
        [x, y + reach],
      ].every(([atX = 0, atY = 0]) => {
        const hit = document.elementFromPoint(atX, atY);
        return hit !== null && (control.contains(hit) || hit.closest('label')?.control === control);
      });
    }

    function isInSentence(control: HTMLElement): boolean {
      if (getComputedStyle(control).display !== 'inline') return false;
      let block = control.parentElement;
      while (block && getComputedStyle(block).display === 'inline') block = block.parentElement;
      if (!block) return false;
      const copy = block.cloneNode(true) as HTMLElement;
      for (const target of copy.querySelectorAll('a, button, summary')) target.remove();
      return /\p{L}{2}/u.test(copy.textContent ?? '');
    }

    function hasRoom(control: HTMLElement): boolean {
      control.scrollIntoView({ block: 'center' });
      const own = boxOf(control);
      const middle = { x: own.x + own.width / 2, y: own.y + own.height / 2 };
      return targets.every((other) => {
        if (other.control === control) return true;
        const box = boxOf(other.control);
        if (box.width === 0) return true;
        const nearest = other.small
          ? { x: box.x + box.width / 2, y: box.y + box.height / 2 }
          : {
              x: Math.min(Math.max(middle.x, box.left), box.right),
              y: Math.min(Math.max(middle.y, box.top), box.bottom),
            };
        const distance = Math.hypot(nearest.x - middle.x, nearest.y - middle.y);
        return distance >= (other.small ? least : least / 2) - rounding;
      });
    }
  });
