import type { Region } from '#domain/lists/lists.ts';
import { groupBy, onceFor } from '#domain/lists/once-for.ts';
import type { Practice } from '#domain/practice/practice.ts';

/** A region with what lies below it and how many practices it has, those below included. */
export interface RegionNode {
  readonly region: Region;
  readonly count: number;
  readonly children: readonly RegionNode[];
}

const treeOf = onceFor((practices: readonly Practice[]) =>
  onceFor((regions: readonly Region[]) => {
    const practicesIn = groupBy(practices, ({ region }) => region.path);
    const below = groupBy(regions, ({ path }) => [path.at(-2) ?? null]);
    const childrenOf = (parent: Region | null): RegionNode[] =>
      (below.get(parent) ?? []).map((region) => ({
        region,
        count: practicesIn.get(region)?.length ?? 0,
        children: childrenOf(region),
      }));
    return childrenOf(null);
  }),
);

/** Provinces with prefectures and counties below, in the order of their codes. */
export const regionTree = (
  regions: readonly Region[],
  practices: readonly Practice[],
): readonly RegionNode[] => treeOf(practices)(regions);

const nodesByCode = onceFor(
  (tree: readonly RegionNode[]) =>
    new Map(withAllBelow(tree).map((node) => [node.region.id, node])),
);

/** The node of a region. Throws where the tree has none. */
export function findRegion(tree: readonly RegionNode[], code: string): RegionNode {
  const found = nodesByCode(tree).get(code);
  if (!found) throw new Error(`Region ${code} is not in the tree.`);
  return found;
}

const withAllBelow = (nodes: readonly RegionNode[]): readonly RegionNode[] =>
  nodes.flatMap((node) => [node, ...withAllBelow(node.children)]);
