import type { Page } from '@playwright/test';

/** Where one press of Tab led. */
export interface Stop {
  readonly html: string;
  /** None of it can be seen: it is out of the window, or something lies over all of it. */
  readonly hidden: boolean;
  /** Of the ring around it, or around its label, to what is behind; 0 where there is no ring. */
  readonly contrast: number;
}

/** Presses Tab from the top of the page to its end, at most `most` times. */
export async function walkByTab(page: Page, most: number): Promise<Stop[]> {
  const stops: Stop[] = [];
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    scrollTo(0, 0);
  });
  for (let press = 0; press < most; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(lookAtFocus);
    if (!stop) break;
    stops.push(stop);
  }
  return stops;
}

/** Runs in the page. Null once the focus has left it. */
function lookAtFocus(): Stop | null {
  const focused = document.activeElement;
  if (!focused || focused === document.body || focused === document.documentElement) return null;

  const label = focused instanceof HTMLInputElement ? focused.labels?.[0] : null;
  const drawn = [focused, label, focused.nextElementSibling, focused.parentElement].filter(
    (element) => element !== null && element !== undefined,
  );
  const ringed = drawn.find((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });
  const { width } = focused.getBoundingClientRect();
  const seen = width > 2 ? focused : (label ?? focused);
  return {
    html: focused.outerHTML.slice(0, 160),
    hidden: !pointsOf(seen).some(([x, y]) => isSeenAt(seen, x, y)),
    contrast: ringed ? ringContrast(ringed) : 0,
  };

  function pointsOf(element: Element): [number, number][] {
    const parts = [0.1, 0.3, 0.5, 0.7, 0.9];
    return [...element.getClientRects()].flatMap((box) =>
      parts.flatMap((across) =>
        parts.map((down): [number, number] => [
          box.x + box.width * across,
          box.y + box.height * down,
        ]),
      ),
    );
  }

  function isSeenAt(element: Element, x: number, y: number): boolean {
    const top = document.elementFromPoint(x, y);
    return top !== null && element.contains(top);
  }

  function ringContrast(element: Element): number {
    const ring = colourOf(getComputedStyle(element).outlineColor);
    const [light = 0, dark = 0] = [luminance(ring), luminance(behind(element))].sort(
      (a, b) => b - a,
    );
    return (light + 0.05) / (dark + 0.05);
  }

  /** A ring with a distance lies on what is around the element. */
  function behind(element: Element): number[] {
    const offset = parseFloat(getComputedStyle(element).outlineOffset);
    let at: Element | null = offset < 0 ? element : element.parentElement;
    for (; at; at = at.parentElement) {
      const colour = colourOf(getComputedStyle(at).backgroundColor);
      if ((colour[3] ?? 1) > 0.99) return colour;
    }
    return [255, 255, 255];
  }

  function colourOf(text: string): number[] {
    return (text.match(/[\d.]+/g) ?? []).map(Number);
  }

  function luminance([red = 0, green = 0, blue = 0]: number[]): number {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
}
