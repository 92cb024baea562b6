/** Makes a WebAssembly module of the text of an AssemblyScript file, and answers its bytes in base64. */
export function compileKernel(source: string): Promise<string>;
