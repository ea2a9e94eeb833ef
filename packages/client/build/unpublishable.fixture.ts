/** Types that the API cannot serialise. */
export type Callable = { call: () => void };
