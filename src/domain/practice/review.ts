/** Someone read an edition against its source and put a name to it. */
export interface Review {
  readonly edition: number;
  readonly round: string;
  /** A name, an office or a role. */
  readonly by: string;
  /** `yyyy-mm-dd` */
  readonly on: string;
  /** Whether what was read is what stands now. */
  readonly isCurrent: boolean;
}

/** How an office reads its practices before they are published. */
export interface Reviewing {
  /** In order; none where an office has no rounds. */
  readonly rounds: readonly string[];
  readonly required: boolean;
  /** Whether each statement has to name the words of its source that carry it. */
  readonly grounds: 'required' | 'welcome';
  /** The rounds of one edition are read by different people. */
  readonly apart: boolean;
}

/** 三审三校: what an office that has not said otherwise does. */
export const usualReviewing: Reviewing = {
  rounds: ['初审', '复审', '终审'],
  required: true,
  grounds: 'welcome',
  apart: true,
};

export const currentReviews = ({ reviews }: { readonly reviews: readonly Review[] }) =>
  reviews.filter(({ isCurrent }) => isCurrent);

/** The last day on which what stands now was read against its source; null where nobody did. */
export const reviewedOn = (practice: { readonly reviews: readonly Review[] }): string | null =>
  currentReviews(practice)
    .map(({ on }) => on)
    .sort()
    .at(-1) ?? null;
