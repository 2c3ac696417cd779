/** What is pictured: one page of each kind, of the frozen library. */

export interface Pictured {
  readonly name: string;
  /** Without the leading slash, as the home page is left. */
  readonly path: string;
  /** What is brought to the top first; the head of the page where none is given. */
  readonly from?: string;
}

/** Where the pictures that differ are shown: approved, actual and the difference. */
export const reportFolder = '.cache/look/report';

export const approvedFolder = 'tests/look/approved';

/** What all pictures together may weigh in the repository, in bytes. */
export const mostBytes = 3_000_000;

export const pictured: readonly Pictured[] = [
  { name: 'home', path: './' },
  { name: 'search', path: 'practices/?q=%E8%B0%83%E8%A7%A3' },
  { name: 'practice', path: 'practices/dongcheng-zongzhi-zhongxin/' },
  {
    name: 'practice-drawings',
    path: 'practices/dongcheng-zongzhi-zhongxin/',
    from: '.prose figure',
  },
  { name: 'practice-record', path: 'practices/bengbu-wei-fating/', from: '.record' },
  { name: 'region', path: 'regions/500000/' },
  { name: 'topic', path: 'topics/suyuan-zhili/' },
  { name: 'problem', path: 'problems/an-duo-ren-shao/' },
  { name: 'comparison', path: 'compare/yizhanshi-jiefen/' },
  { name: 'figures', path: 'figures/' },
  { name: 'overview', path: 'overview/' },
  { name: 'terms', path: 'terms/' },
  { name: 'guide', path: 'guides/citing/' },
  { name: 'verify', path: 'verify/' },
  { name: 'handout', path: 'handout/' },
  { name: 'missing', path: 'nowhere/' },
];

/** Pictures of wide pages are half as large: what is out of place shows as well. */
export const screens = [
  { width: 360, height: 1400, deviceScaleFactor: 1 },
  { width: 1440, height: 1500, deviceScaleFactor: 0.5 },
] as const;

export const themes = ['light', 'dark'] as const;

export type Theme = (typeof themes)[number];

export const screenPicture = (name: string, width: number, theme: Theme): string =>
  `${name}-${width}-${theme}.png`;

export const sheetPicture = (name: string, sheet: number): string => `${name}-sheet-${sheet}.png`;

/** Colours and sizes, exactly. */
export const rolesFile = 'roles.txt';

/** What is printed most, with the number of sheets that are pictured. */
export const printed = [
  { name: 'practice', path: 'practices/bengbu-wei-fating/', sheets: 2 },
  { name: 'brief', path: 'problems/an-duo-ren-shao/brief/', sheets: 1 },
  { name: 'comparison', path: 'compare/yizhanshi-jiefen/', sheets: 1 },
] as const;

/** Every file there has to be in the folder of what is approved, and no other. */
export const approvedFiles: readonly string[] = [
  ...pictured.flatMap(({ name }) =>
    screens.flatMap(({ width }) => themes.map((theme) => screenPicture(name, width, theme))),
  ),
  ...printed.flatMap(({ name, sheets }) =>
    Array.from({ length: sheets }, (_, index) => sheetPicture(name, index + 1)),
  ),
  rolesFile,
];
