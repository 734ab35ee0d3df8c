// What nothing that ships this WebAssembly can go below.
// @ts-check

await WebAssembly.compileStreaming(fetch("engine/engine.wasm"));
performance.mark("calculator:first-estimate");
