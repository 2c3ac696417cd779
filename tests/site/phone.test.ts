import { expect, test } from './reader.ts';

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

/** The controls a reader must hit with a thumb, by where they are found. */
const primaryControls = [
  { address: './', what: 'the five ways in the header', find: 'nav[aria-label="主要栏目"] a' },
  { address: './', what: 'the search box', find: '[role=search] input, [role=search] button' },
  { address: './', what: 'the problems on the home page', find: 'section:has(#by-problem) a' },
  { address: './', what: 'text size and colours', find: 'fieldset label' },
  { address: './', what: 'the links at the foot', find: 'footer nav a' },
  { address: 'regions/', what: 'the list of provinces', find: 'main .provinces > li > a' },
  {
    address: 'practices/bengbu-wei-fating/',
    what: 'the next practice',
    find: 'nav[aria-labelledby=neighbours] a.step',
  },
  {
    address: 'practices/bengbu-wei-fating/',
    what: 'the bar of contents, search and citation',
    find: '[data-contents] summary, [data-contents] > a',
  },
  { address: '404.html', what: 'the ways on from a missing page', find: 'main a.button' },
] as const;

for (const { address, what, find } of primaryControls) {
  test(`a thumb on a phone hits ${what} (44 px)`, async ({ page }) => {
    await page.goto(address);
    const sizes = await page.locator(find).evaluateAll((controls) =>
      controls
        .map((control) => ({
          text: control.textContent?.trim(),
          box: control.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width > 0)
        .map(({ text, box }) => ({ text, width: box.width, height: box.height })),
    );
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.filter(({ width, height }) => height < 43.9 || width < 43.9)).toEqual([]);
  });
}

test('no heading of a comparison is broken inside a word on a phone', async ({ page }) => {
  await page.goto('compare/fayuan-suyuan-zhili/');
  const broken = await page.locator('thead a').evaluateAll((titles) =>
    titles.flatMap((title) => {
      const [text] = title.childNodes;
      const range = document.createRange();
      const words = title.textContent ?? '';
      const lineOf = (at: number): number => {
        if (text) range.setStart(text, at);
        if (text) range.setEnd(text, at + 1);
        return range.getBoundingClientRect().top;
      };
      return Array.from(words, (_, at) => at)
        .slice(1)
        .filter((at) => lineOf(at) > lineOf(at - 1) + 4 && !/[，、：；]/.test(words[at - 1] ?? ''))
        .map((at) => words.slice(at - 2, at + 2));
    }),
  );
  expect(broken).toEqual([]);
});
