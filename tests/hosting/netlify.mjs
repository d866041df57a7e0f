// Netlify's own parsers, over a published folder: node netlify.mjs MODULES FOLDER
import { join } from "node:path";

const [modules, folder] = process.argv.slice(2);
const parser = (name) => import(join(modules, "@netlify", name, "lib/index.js"));
const { parseAllHeaders } = await parser("headers-parser");
const { parseAllRedirects } = await parser("redirect-parser");
const files = {
  headersFiles: [join(folder, "_headers")],
  redirectsFiles: [join(folder, "_redirects")],
};
const found = { ...(await parseAllHeaders(files)), ...(await parseAllRedirects(files)) };
const { errors } = await parseAllHeaders(files);
found.errors = [...errors, ...found.errors].map(String);
console.log(JSON.stringify(found));
