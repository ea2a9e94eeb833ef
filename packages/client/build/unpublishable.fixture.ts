/** Types that can not travel over the API. */
export type Callable = { call: () => void };
