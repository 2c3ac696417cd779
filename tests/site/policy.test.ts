import { attribute, builtPages, elementsOf } from './built.ts';
import { expect, test } from './reader.ts';
import { atRoot } from './sites.ts';

const pages = builtPages(atRoot);

/** What a page lets a browser load, as a table from directive to its sources. */
function policyOf(page: (typeof pages)[number]): Map<string, string[]> {
  const policies = elementsOf(page, 'meta')
    .filter((meta) => attribute(meta, 'http-equiv')?.toLowerCase() === 'content-security-policy')
    .map((meta) => attribute(meta, 'content') ?? '');
  expect(policies, page.path).toHaveLength(1);
  return new Map(
    policies.flatMap((policy) =>
      policy
        .split(';')
        .map((directive) => directive.trim().split(/\s+/))
        .map(([name = '', ...sources]): [string, string[]] => [name, sources]),
    ),
  );
}

test('every page carries a policy that lets nothing in from elsewhere', () => {
  const allowed = ["'self'", "'none'", 'data:'];
  for (const page of pages) {
    const policy = policyOf(page);
    expect(policy.get('default-src'), page.path).toEqual(["'none'"]);
    expect(policy.get('script-src'), page.path).toContain("'self'");
    expect(policy.get('style-src'), page.path).toContain("'self'");
    expect(policy.get('base-uri'), page.path).toEqual(["'none'"]);
    const others = [...policy.values()].flat().filter((source) => !allowed.includes(source));
    expect(others, page.path).toEqual([]);
    // data: is for pictures alone.
    expect(
      [...policy].filter(([name, sources]) => name !== 'img-src' && sources.includes('data:')),
    ).toEqual([]);
  }
});

test('no page holds a style attribute, a style element or an event handler', () => {
  const faults = pages.flatMap((page) =>
    elementsOf(page).flatMap((element) => [
      ...(element.name === 'style' ? [`${page.path}: <style>`] : []),
      ...Object.keys(element.attribs)
        .filter((name) => name === 'style' || /^on/.test(name))
        .map((name) => `${page.path}: <${element.name} ${name}>`),
    ]),
  );
  expect(faults).toEqual([]);
});

test.describe('someone else’s script', () => {
  // The browser says so on the console when it stops a script.
  test.use({ expectedComplaint: /Executing inline script violates/ });

  test('a script that slips into a page is not run', async ({ page }) => {
    await page.goto('./');
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      document.body.append(script);
      return document.title === 'taken over';
    });
    expect(ran).toBe(false);
  });
});
