import asc from 'assemblyscript/asc';

/** What the memory of the kernel holds, in pages of 64 KiB: its own, and three times what is looked at, with a rest behind. */
const PAGES = 98;

/**
 * Makes a WebAssembly module of the text of an AssemblyScript file, and answers its bytes in base64.
 *
 * @param {string} source
 * @returns {Promise<string>}
 */
export async function compileKernel(source) {
  /** @type {Uint8Array | undefined} */
  let module;
  const pages = ['--initialMemory', String(PAGES), '--maximumMemory', String(PAGES)];
  const { error, stderr } = await asc.main(
    [
      'kernel.ts',
      '-o',
      'kernel.wasm',
      '-O3',
      '--noAssert',
      '--enable',
      'simd',
      '--runtime',
      'stub',
      ...pages,
    ],
    {
      readFile: (name) => (name === 'kernel.ts' ? source : null),
      writeFile(name, bytes) {
        if (name === 'kernel.wasm') module = /** @type {Uint8Array} */ (bytes);
      },
      listFiles: () => [],
    },
  );
  if (error || module === undefined) throw new Error(`the kernel does not compile: ${stderr.toString()}`);
  return Buffer.from(module).toString('base64');
}
