/** The WebAssembly module of resvg. */
declare const resvg: WebAssembly.Module;
export default resvg;
