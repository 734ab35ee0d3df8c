// Which parts of Pyodide's script can be reached.
//
// The script is one function whose statements declare, link or run. What runs is reached. What is
// declared is reached by its name; a link, such as `Module["_x"] = …`, by the name under which
// others find it. Scopes and objects are not told apart: the same name elsewhere keeps more, never
// less. Where a name is put together at run time, reaching by name would be wrong: the build ends.

import { minify } from "terser";

/** Functions whose bodies are links. */
const LINKING = ["assignWasmExports", "applySignatureConversions"];
/**
 * What a worker under our policy cannot do: link a side module, with eval, and draw on a page.
 * These are undefined, as in an Emscripten without them, and statements that set them up are left.
 */
const ABSENT = ["loadWebAssemblyModule", "Browser", "MainLoop", "SDL"];
const LOOKED_UP = ["Module", "wasmExports"];
/** What can be left undone where nobody reads the result. */
const INERT = /^(Identifier|Literal|(Member|Object|Array|Function|ArrowFunction)Expression)$/;

/** The syntax tree of a script. */
export async function parse(code) {
  const format = { spidermonkey: true, code: false };
  return (await minify(code, { module: true, compress: false, mangle: false, format })).ast;
}

/** Make undefined in the tree `script` what is absent, without the calls that set it up. */
export function dropAbsent(script) {
  const { body: main } = script.body.find(({ type }) => type === "FunctionDeclaration");
  const variables = main.body.flatMap(({ declarations }) => declarations ?? []);
  for (const name of ABSENT) {
    variables.find(({ id }) => id.name === name).init = { type: "Identifier", name: "undefined" };
  }
  main.body = main.body.filter(({ expression }) => {
    const mentioned = new Set();
    if (expression?.type === "CallExpression") read(expression, mentioned, new Set(), new Set());
    return !ABSENT.some((name) => mentioned.has(name));
  });
}

/**
 * Drop from the tree `script` what cannot be reached when the program asks for `imports` and the
 * tree `loader` starts it. Gives all keys that the rest reads, the program's exports among them.
 */
export function dropUnreached(script, loader, imports) {
  const names = new Set();
  const keys = new Set();
  const lists = listsOf(script.body.find(({ type }) => type === "FunctionDeclaration").body);
  const opaque = new Set(lists);
  read(loader, new Set(), keys, opaque);

  const found = new Set();
  let waiting = lists.flat();
  for (let size = -1; size < found.size; ) {
    size = found.size;
    for (const part of waiting.filter((part) => isReached(part, names, keys, imports))) {
      found.add(part);
      read(part, names, keys, opaque);
    }
    waiting = waiting.filter((part) => !found.has(part));
  }
  if (names.has("eval")) throw new Error("what can be reached uses eval");
  keep(lists, (part) => found.has(part));
  keep(lists, ({ declarations }) => declarations?.length !== 0);
  return keys;
}

function keep(lists, wanted) {
  for (const list of lists) list.splice(0, list.length, ...list.filter(wanted));
}

/** The lists of which single members may be dropped. */
function listsOf(main) {
  const declared = main.body.filter(({ type }) => type === "VariableDeclaration");
  const variables = declared.map(({ declarations }) => declarations);
  const named = (name) => variables.flat().find(({ id }) => id.name === name);
  const linking = main.body.filter(({ id }) => LINKING.includes(id?.name));
  const { properties } = named("wasmImports").init;
  return [main.body, ...variables, properties, ...linking.map(({ body }) => body.body)];
}

function isReached(part, names, keys, imports) {
  if (part.type === "Property") return imports.has(part.key.name ?? part.key.value);
  if (/^(Function|Class)Declaration$/.test(part.type)) return names.has(part.id.name);
  if (part.type === "VariableDeclarator") {
    const { id, init } = part;
    return id.type !== "Identifier" || names.has(id.name) || !INERT.test(init?.type ?? "Literal");
  }
  const { targets, value } = assignment(part);
  return !targets.length || targets.some((target) => {
    if (target.type === "Identifier") return names.has(target.name) || !isExport(value);
    if (target.property.name === "sig") return names.has(target.object.name);
    return !LOOKED_UP.includes(target.object.name) || keys.has(keyOf(target));
  });
}

/** Whether a value is an export of the program, `wasmExports["x"]`, or the number that it holds. */
function isExport({ type }) {
  return type === "MemberExpression" || type === "BinaryExpression";
}

/** What a statement assigns to, and what: `a = b.c = value`. No targets where it does more. */
function assignment({ type, expression }) {
  const targets = [];
  let value = type === "ExpressionStatement" ? expression : {};
  for (; value.type === "AssignmentExpression"; value = value.right) targets.push(value.left);
  return { targets, value };
}

/** Add every name and every key that a tree mentions, but for what is in lists of their own. */
function read(node, names, keys, opaque) {
  if (Array.isArray(node)) {
    if (!opaque.has(node)) for (const inner of node) read(inner, names, keys, opaque);
  } else if (node?.type === "Identifier") {
    names.add(node.name);
  } else if (node?.type === "Literal") {
    if (typeof node.value === "string") keys.add(node.value);
  } else if (node?.type) {
    const { key, property, computed, ...rest } = node;
    for (const name of [key, property]) {
      if (computed || name?.type !== "Identifier") read(name, names, keys, opaque);
      else keys.add(name.name);
    }
    if (property && LOOKED_UP.includes(rest.object?.name) && keyOf(node) === undefined) {
      throw new Error("what can be reached puts a name together");
    }
    for (const inner of Object.values(rest)) {
      if (inner?.type || Array.isArray(inner)) read(inner, names, keys, opaque);
    }
  }
}

function keyOf({ computed, property }) {
  return computed ? property.value : property.name;
}
