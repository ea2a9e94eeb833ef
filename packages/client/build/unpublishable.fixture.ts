/** Types that cannot travel over the API. */
export type Callable = { call: () => void };
