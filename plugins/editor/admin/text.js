// YAML in which every value is text; the library keeps remarks and the look of what stays.
import {
  Document,
  isMap,
  isScalar,
  isSeq,
  parseDocument as parse,
  Scalar,
  visit,
} from "./yaml/index.js";

export { isMap, isScalar, isSeq };

const TEXT = { schema: "failsafe", version: "1.1", merge: false };
const LOOK = { lineWidth: 0, flowCollectionPadding: false };
// Words that mean nothing at all to the build, unless they are quoted.
const NOTHING = /^(?:~|null)$/i;

export function parseDocument(text) {
  const document = parse(text, { ...TEXT, prettyErrors: true });
  if (document.errors.length) {
    const { message, linePos } = document.errors[0];
    const line = linePos ? `Line ${linePos[0].line} ` : "A line ";
    throw new Error(
      `${line}cannot be read (${message.split("\n")[0]}). Open the preview: it says how to mend it.`,
    );
  }
  document.contents ??= new Document({}, TEXT).contents;
  return document;
}

export function textOf(document) {
  return document.contents.items.length ? document.toString(LOOK) : "";
}

// A node of lists, maps and texts.
export function createNode(value) {
  const node = new Document(value, TEXT).contents;
  visit(node, {
    Scalar(_, scalar) {
      if (NOTHING.test(scalar.value)) scalar.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return node;
}

// A text as it stands behind its key.
export function inLine({ value, type }) {
  const scalar = new Scalar(value);
  scalar.type = type;
  return new Document(scalar, TEXT).toString(LOOK).trimEnd();
}
