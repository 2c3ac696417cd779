/** One of the fixed sections of a digest. */
export interface SectionKind {
  /** Address of the heading on the page. Permanent: readers link to it. */
  readonly id: string;
  readonly heading: string;
  /** Written by the library, not reported from the source. */
  readonly ours: boolean;
}

/** The sections of a digest in the order every digest keeps; any may be left out. */
export const sectionKinds: readonly SectionKind[] = [
  { id: 'wenti', heading: '问题', ours: false },
  { id: 'zuofa', heading: '做法', ours: false },
  { id: 'yunzhuan', heading: '怎么运转', ours: false },
  { id: 'chengxiao', heading: '成效与数据', ours: false },
  { id: 'tiaojian', heading: '条件与局限', ours: false },
  { id: 'daizou', heading: '可以带走什么', ours: true },
];

export const sectionKindOf = (heading: string): SectionKind | undefined =>
  sectionKinds.find((kind) => kind.heading === heading);
