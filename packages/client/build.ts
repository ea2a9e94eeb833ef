import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { compilerOptions, flattenContract } from './build/contract.ts';

/*
 * Builds the published files: `dist/index.js` and one `dist/index.d.ts`. Both are built from a copy of the source in which
 * the contract with the server is expanded, so that neither can contain anything of the server.
 */
const root = import.meta.dirname;
const dist = join(root, 'dist');
const copy = join(dist, 'source');
const external = ['@trpc/client', '@trpc/server', 'superjson'];

await mkdir(dist, { recursive: true });
await rm(copy, { recursive: true, force: true });
await cp(join(root, 'src'), copy, { recursive: true, filter: (path) => !/\.test\.ts$/.test(path) });
const contract = flattenContract(join(root, 'src/contract.ts'), compilerOptions(join(root, 'tsconfig.json')));
await writeFile(join(copy, 'contract.ts'), contract);

await build({
  entryPoints: [join(copy, 'index.ts')],
  outfile: join(dist, 'index.js'),
  bundle: true,
  external,
  format: 'esm',
  platform: 'neutral',
  target: ['es2022', 'node20'],
});

const bundle = await rollup({
  input: join(copy, 'index.ts'),
  external,
  plugins: [dts({ tsconfig: join(root, 'tsconfig.json'), compilerOptions: { noEmit: false } })],
});
// tRPC's declarations use disposables, which the target of an application may not include.
const banner = '/// <reference lib="esnext.disposable" />';
await bundle.write({ file: join(dist, 'index.d.ts'), format: 'es', banner });
await bundle.close();
await rm(copy, { recursive: true });
