// Reads and writes our files for the editor, so that nothing in them is misread or lost.
//
// Every value is text, as in the build: "no" and 09:30 stay what somebody typed. A file keeps its
// remarks, its order and all that the editor did not change; an untouched file keeps every byte.
// Where a list is expected, a single text is a list as well. Empty values are left out.
import { createNode, inLine, isMap, isScalar, isSeq, parseDocument, textOf } from "./text.js";

// The file as it was read travels with the values, under a key that no form has.
export const FILE = "_file";
// Our files name a picture; the editor wants the address that it has on the site.
const IMAGES = "/images/";
const CHANGED =
  "Somebody changed this file since you opened it, so nothing was saved. Copy what you typed, load this page again, and edit the file as it is now.";
const FENCED = /^---[ \t]*\n((?:[\s\S]*?\n)?)---[ \t]*(?:\n|$)([\s\S]*)$/;

// shape: of each key, see shapes() in sveltia.py; separator: what stands between names in a line;
// pages: the addresses to choose from; unchanged: whether a file still says on the disk what it
// said when it was read
export function formatOf(shape, { body, separator, pages, unchanged = () => true }) {
  const known = { names: new RegExp(separator), pages, picture: (path) => path.split("/").pop() };
  const shown = { ...known, picture: (name) => `${IMAGES}${name}` };
  const all = { keys: shape };
  const written = new Map(); // what this page has made of a file

  const split = (file) => {
    if (!body) return { head: file, text: "" };
    const parts = FENCED.exec(file);
    if (!parts) throw new Error('The file does not begin with lines between two lines of "---".');
    return { head: parts[1], text: parts[2] };
  };

  const read = (file) => {
    const { head, text } = split(file);
    const document = parseDocument(head);
    const values = shaped(document.toJS() ?? {}, all, known);
    return { document, head, text, values };
  };

  const means = (head, after) => {
    try {
      const values = shaped(parseDocument(head).toJS() ?? {}, all, known);
      return equal(withoutEmpty(values), after);
    } catch {
      return false;
    }
  };

  // Where lines alone change, the others keep every sign; else the library lays out what is new.
  const changed = ({ document, head, values }, after) => {
    const lines = [];
    patch(document, values, after, shape, lines);
    const found = [spliced(head, lines), textOf(document)].find((one) => means(one, after));
    if (found === undefined)
      refuse("The file would not say what you typed. Show this to a developer.");
    return found;
  };

  return {
    fromFile(file) {
      const { values, text } = read(file);
      const own = body ? { body: text.trim() } : {};
      return { ...shaped(values, all, shown), ...own, [FILE]: file };
    },

    async toFile(content) {
      const { [FILE]: file = body ? "---\n---\n" : "", ...rest } = content;
      const { body: typed, ...values } = body ? rest : { body: "", ...rest };
      if (content[FILE] && !(await unchanged(file, written.get(file)))) refuse(CHANGED);
      const before = read(file);
      const after = withoutEmpty(shaped(values, all, known));
      const same = equal(withoutEmpty(before.values), after);
      const head = same ? before.head : changed(before, after);
      const text = (typed ?? "").trim();
      const below = text === before.text.trim() ? before.text : `\n${text}\n`;
      const made = body ? `---\n${head}---\n${below}` : head;
      written.set(file, made.trim());
      return made;
    },
  };
}

// Sveltia shows the cause of an error of this name.
function refuse(words) {
  throw new Error("saving_failed", { cause: new Error(words) });
}

// Lists where lists are expected, one line where one is, an address as it is chosen from. What no
// form has a place for is left out: the file keeps it.
function shaped(value, shape, known) {
  if (shape === undefined) return undefined;
  if (shape && "item" in shape) {
    const parts = shape.names ? String(value).split(known.names) : [value];
    const texts = parts.map((part) => String(part).trim()).filter(Boolean);
    const items = typeof value === "string" ? texts : value;
    return Array.isArray(items) ? items.map((item) => shaped(item, shape.item, known)) : undefined;
  }
  if (shape?.keys) {
    const short = shape.short && value ? { [shape.short]: value } : undefined;
    const group = isObject(value) ? value : short;
    if (!group) return undefined;
    const entries = Object.entries(group).map(([key, of]) => [
      key,
      shaped(of, shape.keys[key], known),
    ]);
    return Object.fromEntries(entries.filter(([, of]) => of !== undefined));
  }
  if (Array.isArray(value) || isObject(value)) return oneLine(value);
  if (shape?.page && typeof value === "string") return address(value, known.pages);
  if (shape?.picture && typeof value === "string" && value) return known.picture(value);
  return value;
}

function oneLine(value) {
  const lines = Array.isArray(value) && value.every((item) => typeof item === "string");
  return lines ? value.join(", ") : undefined;
}

function address(text, pages) {
  const path = `/${text.replace(/^\/+|\/+$/g, "")}/`;
  return [text, path, path === "//" && "home"].find((one) => pages.includes(one)) || text;
}

// What is left of a value without empty keys and items; undefined when nothing is.
function withoutEmpty(value) {
  if (Array.isArray(value)) {
    const items = value.map(withoutEmpty).filter((item) => item !== undefined);
    return items.length ? items : undefined;
  }
  if (isObject(value)) {
    const entries = Object.entries(value).map(([key, of]) => [key, withoutEmpty(of)]);
    const filled = entries.filter(([, of]) => of !== undefined);
    return filled.length ? Object.fromEntries(filled) : undefined;
  }
  const text = value === null || value === undefined ? "" : String(value);
  return text.trim() ? text : undefined;
}

// Change in a document, or in a map of it, what differs. lines: the values that take one line each
function patch(map, before, after = {}, keys = {}, lines = []) {
  const old = withoutEmpty(before) ?? {};
  for (const key of Object.keys(old)) if (!(key in after)) map.delete(key);
  for (const [key, value] of Object.entries(after)) {
    if (!equal(old[key], value)) set(map, key, old[key], value, keys, lines);
  }
}

function set(map, key, before, after, keys, lines) {
  const node = map.get(key, true);
  const shape = keys[key];
  if (isMap(node) && isObject(before ?? {}) && isObject(after)) {
    patch(node, before, after, shape?.keys, lines);
  } else if (isSeq(node) && Array.isArray(before) && Array.isArray(after)) {
    node.items = items(node, before, after, shape?.item, lines);
  } else if (isScalar(node) && typeof after === "string") write(node, after, lines);
  else if (map.has(key)) map.set(key, createNode(after));
  else insert(map, key, createNode(after), Object.keys(keys));
}

// The items of a list: those that stay as they are, those that change in their place, and new ones.
function items(node, before, after, shape, lines) {
  const left = node.items.map((item, index) => ({ item, value: before[index] }));
  const inPlace = before.length === after.length;
  return after.map((value, index) => {
    const found = left.find((one) => one.item && equal(withoutEmpty(one.value), value));
    const item = found?.item ?? createNode(value);
    if (found) found.item = null;
    else if (inPlace && isMap(left[index].item) && isObject(value)) {
      const map = left[index].item;
      left[index].item = null;
      patch(map, before[index], value, shape?.keys, lines);
      return map;
    }
    return item;
  });
}

function write(scalar, text, lines) {
  scalar.value = text;
  scalar.type = createNode(text).type ?? scalar.type;
  scalar.source = undefined;
  lines.push({ range: scalar.range, text: inLine(scalar) });
}

// A text with other values in the places of some.
function spliced(text, lines) {
  const last = lines.toSorted((one, other) => other.range[0] - one.range[0]);
  return last.reduce(
    (whole, { range: [start, end], text }) => whole.slice(0, start) + text + whole.slice(end),
    text,
  );
}

// A new key stands after those that come before it in the form.
function insert(map, key, node, order) {
  const pairs = (map.contents ?? map).items;
  const place = (name) => (order.includes(name) ? order.indexOf(name) : order.length);
  map.set(key, node);
  const pair = pairs.pop();
  const before = pairs.findLastIndex((one) => place(String(one.key)) < place(key));
  pairs.splice(before + 1, 0, pair);
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function equal(one, other) {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => equal(item, other[index]));
  }
  if (isObject(one) && isObject(other)) {
    const keys = Object.keys(one);
    const same = keys.length === Object.keys(other).length;
    return same && keys.every((key) => key in other && equal(one[key], other[key]));
  }
  return one === other;
}
