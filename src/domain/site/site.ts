/** What a library says of itself, wherever it speaks of itself: pages, references, downloads, metadata. */
export interface Site {
  readonly name: string;
  /** Where there is little room: the foot of printed pages. */
  readonly shortName: string;
  readonly description: string;
  /** Responsible party of every digest: the words are the library's, not the article author's. */
  readonly team: string;
  /** For English references; null keeps the characters. */
  readonly english: {
    readonly name: string | null;
    readonly team: string | null;
    readonly namePinyin: string | null;
    readonly teamPinyin: string | null;
  };
  /** Who stands behind the library, in the order of the file: 主办, 承办. */
  readonly bodies: readonly { readonly role: string; readonly name: string }[];
  /** Scheme and host, without a slash behind; null as long as nobody has decided on one. */
  readonly origin: string | null;
  /** The path below it: begins and ends with a slash. */
  readonly base: string;
  readonly language: string;
  readonly licence: { readonly name: string; readonly url: string };
  readonly contact: Contact;
  readonly records: SiteRecords;
  /** Names of files in the content folder. */
  readonly logo: string | null;
  readonly icon: string | null;
  /** `#rrggbb` on a light ground; null for the colours of the house. */
  readonly accent: string | null;
  /** Whether each practice has a share picture of its own; if not, all show that of the library. */
  readonly hasPracticePictures: boolean;
  /** With what the library's manifests are checked (P-256, SPKI, base64); null where none are signed. */
  readonly signingKey: string | null;
}

/** How readers reach those who put errors right. */
export interface Contact {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** Address of a web form; `{title}`, `{address}` and `{paragraph}` are filled in. */
  readonly form: string | null;
}

/** Numbers a site in China has to show. */
export interface SiteRecords {
  /** `京ICP备12345678号-1` */
  readonly icp: string | null;
  /** `京公网安备11010802012345号` */
  readonly police: string | null;
  /** Ten characters, of sites of government bodies. */
  readonly government: string | null;
}

/** A library that says nothing of itself but what it cannot do without. */
export const plainSite: Site = {
  name: '治理实践库',
  shortName: '治理实践库',
  description:
    '各地治理做法的摘编：谁在做、怎么运转、有哪些数、缺什么条件。可检索、可对照、可引用。',
  team: '治理实践库编辑组',
  english: {
    name: 'Governance Practice Library',
    team: 'Governance Practice Library Editors',
    namePinyin: 'Zhili Shijianku',
    teamPinyin: 'Zhili Shijianku Bianjizu',
  },
  bodies: [],
  origin: null,
  base: '/',
  language: 'zh-CN',
  licence: {
    name: 'CC BY 4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
  contact: { name: null, email: null, phone: null, form: null },
  records: { icp: null, police: null, government: null },
  logo: null,
  icon: null,
  accent: null,
  hasPracticePictures: true,
  signingKey: null,
};

declare const LIBRARY_SITE: Site | undefined;

/** What `content/site.yml` says, which Vite puts in place of the name; in plain Node a plain site. */
export const site: Site = typeof LIBRARY_SITE === 'undefined' ? plainSite : LIBRARY_SITE;
