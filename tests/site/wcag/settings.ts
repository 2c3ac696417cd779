import type { Page } from '@playwright/test';

/** What still moves for a reader who asked for no motion, a line each. */
export const stillMoving = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    /** In seconds; shorter is no motion anybody sees. */
    const least = 0.02;
    const longest = (durations: string) =>
      Math.max(
        ...durations
          .split(',')
          .map((text) => (text.includes('ms') ? parseFloat(text) / 1000 : parseFloat(text))),
      );
    return [...document.querySelectorAll('*')].flatMap((element) =>
      [null, '::before', '::after'].flatMap((pseudo) => {
        const style = getComputedStyle(element, pseudo);
        const moves = [
          ...(longest(style.transitionDuration) > least ? ['transition'] : []),
          ...(style.animationName !== 'none' && longest(style.animationDuration) > least
            ? ['animation']
            : []),
          ...(style.scrollBehavior === 'smooth' ? ['smooth scrolling'] : []),
        ];
        return moves.map((move) => `${move}: ${element.outerHTML.slice(0, 120)}`);
      }),
    );
  });

/**
 * Controls that cannot be made out in a system's own few colours, a line each: without an edge, or
 * chosen without a sign of it.
 */
export const lostInForcedColours = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const shown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      element.getBoundingClientRect().width > 1;
    const say = (element: Element) => element.outerHTML.slice(0, 160);

    const edgeless = [
      ...document.querySelectorAll(
        'button, a.button, select, textarea, input:not([type=hidden], [type=radio], [type=checkbox])',
      ),
    ].filter((control) => shown(control) && !edgesAround(control));

    const unmarked = [...document.querySelectorAll<HTMLInputElement>('input:checked')].filter(
      (chosen) => {
        const { appearance, opacity, clipPath } = getComputedStyle(chosen);
        const drawnByBrowser =
          appearance !== 'none' && opacity !== '0' && clipPath === 'none' && chosen.offsetWidth > 2;
        if (drawnByBrowser || !chosen.labels?.[0] || !shown(chosen.labels[0])) return false;
        const other = [
          ...document.querySelectorAll<HTMLInputElement>(`input[name="${chosen.name}"]`),
        ].find((input) => !input.checked && input.labels?.[0]);
        return other !== undefined && lookOf(chosen) === lookOf(other);
      },
    );
    return [
      ...edgeless.map((control) => `no edge: ${say(control)}`),
      ...unmarked.map((chosen) => `chosen, and looks like the others: ${say(chosen)}`),
    ];

    /** A control may share the edge of what holds it, as a box with its button does. */
    function edgesAround(control: Element): boolean {
      return [control, control.parentElement].some((element) => {
        if (!element) return false;
        const { borderTopWidth, borderTopStyle, borderBottomWidth, textDecorationLine } =
          getComputedStyle(element);
        return (
          textDecorationLine.includes('underline') ||
          (borderTopStyle !== 'none' &&
            Math.max(parseFloat(borderTopWidth), parseFloat(borderBottomWidth)) >= 1)
        );
      });
    }

    /** Colours of the page give way to the system's, unless it says that they are the system's. */
    function lookOf(input: HTMLInputElement): string {
      return [input, input.labels?.[0], input.nextElementSibling]
        .filter((element) => element !== null && element !== undefined)
        .map((element) => {
          const style = getComputedStyle(element);
          const own = style.forcedColorAdjust === 'none';
          return [
            own ? style.backgroundColor : '',
            style.borderTopWidth,
            style.borderBottomWidth,
            style.outlineStyle,
            style.textDecorationLine,
            style.fontWeight,
          ].join();
        })
        .join(';');
    }
  });
