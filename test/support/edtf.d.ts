/** npm `edtf` comes without types. */
declare module 'edtf' {
  const edtf: (text: string) => { readonly min: unknown; readonly max: unknown };
  // biome-ignore lint/style/noDefaultExport: it has one
  export default edtf;
}
