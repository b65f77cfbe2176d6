// @ts-self-types="./resvg_wasm.d.ts"
// Plain JavaScript: TypeScript cannot parse a source phase import yet. It needs no permission.
import source resvg from "npm:@resvg/resvg-wasm@2.6.2/index_bg.wasm";

export default resvg;
