/** The library's own colours and name; `commands/site-in-pages.ts` makes them. */
declare module 'virtual:library.css';
