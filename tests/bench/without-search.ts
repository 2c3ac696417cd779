/**
 * Put before a build with `node --import`, leaves the search data out, so that pages are measured
 * for themselves.
 */
import { registerHooks } from 'node:module';

const nothing = `
  export const writeSearchData = async () => ({
    searched: { practices: [] },
    indexed: 0,
    memory: null,
    changed: [],
  });
`;

registerHooks({
  resolve: (name, context, next) =>
    name === '#build/search/data.ts'
      ? { url: `data:text/javascript,${encodeURIComponent(nothing)}`, shortCircuit: true }
      : next(name, context),
});
