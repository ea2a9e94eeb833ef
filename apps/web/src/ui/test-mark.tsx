/** Marks a record of TEST mode. Records of LIVE mode have no mark. */
export function TestMark() {
  return <span className="rounded-sm bg-test px-1.5 font-semibold text-on-test text-small">TEST</span>;
}
