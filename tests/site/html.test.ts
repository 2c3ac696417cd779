import { HtmlValidate } from 'html-validate';
import { builtPages } from './built.ts';
import { expect, test } from './reader.ts';
import { atRoot } from './sites.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Astro writes the short forms; both are valid HTML.
    'void-style': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    // Safari forgets that a list without bullets is a list unless it is said again.
    'no-redundant-role': 'off',
    // The suggestions under the search box are more than a select can show.
    'prefer-native-element': ['error', { exclude: ['list', 'listbox'] }],
    // The facets act at once, without a button. A form that is sent has one: see search journeys.
    'wcag/h32': 'off',
  },
});

test('every page is valid HTML', async () => {
  const faults: string[] = [];
  for (const { file, html } of builtPages(atRoot)) {
    const { results } = await validator.validateString(html, file);
    for (const { ruleId, message, line, column } of results.flatMap((result) => result.messages)) {
      faults.push(`${file}:${line}:${column} ${ruleId}: ${message}`);
    }
  }
  expect(faults).toEqual([]);
});
