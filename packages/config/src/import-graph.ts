import type { Import } from './imports.ts';

export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

export function graphOf(imports: readonly Import[], nodeOf: (path: string) => string = (path) => path): Graph {
  const graph = new Map<string, Set<string>>();
  for (const { from, target } of imports) {
    if (target === undefined || nodeOf(from) === nodeOf(target)) continue;
    const targets = graph.get(nodeOf(from)) ?? new Set();
    graph.set(nodeOf(from), targets.add(nodeOf(target)));
  }
  return graph;
}

/** One circle for each strongly connected set of nodes. It begins and ends with the same node. */
export function circlesIn(graph: Graph): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  for (const start of graph.keys()) {
    if (done.has(start)) continue;
    const way = shortestWay(graph, start, (node) => node === start);
    if (!way) continue;
    for (const node of way) done.add(node);
    circles.push(way);
  }
  return circles;
}

/** The shortest chain of at least one import from the start to a wanted node. */
export function shortestWay(graph: Graph, start: string, found: (node: string) => boolean): string[] | undefined {
  const reachedFrom = new Map<string, string>();
  const queue = [start];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    for (const next of graph.get(node) ?? []) {
      if (found(next)) return [...chainTo(node, start, reachedFrom), next];
      if (next === start || reachedFrom.has(next)) continue;
      reachedFrom.set(next, node);
      queue.push(next);
    }
  }
  return undefined;
}

function chainTo(node: string, start: string, reachedFrom: ReadonlyMap<string, string>): string[] {
  const chain = [node];
  for (let at = node; at !== start; chain.unshift(at)) at = reachedFrom.get(at) ?? start;
  return chain;
}
