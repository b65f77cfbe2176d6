// In a browser resvg's WebAssembly lies beside the module that draws with it.
export default fetch(new URL("resvg.wasm", import.meta.url))
  .then((response) => response.arrayBuffer())
  .then((bytes) => WebAssembly.compile(bytes));
