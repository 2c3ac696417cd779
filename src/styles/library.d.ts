/** The library's own colours and name; `build/site-in-pages.ts` makes them. */
declare module 'virtual:library.css';
