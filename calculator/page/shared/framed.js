// Whether the page stands in a frame of another one.
// @ts-check

export const framed = window.parent !== window;
