// Mozilla's HTTP Observatory on one page: node observatory.mjs MODULES HOST/ADDRESS
import { join } from "node:path";

const [modules, host] = process.argv.slice(2);
const { scan } = await import(join(modules, "@mdn/mdn-http-observatory/src/index.js"));
const { scan: result, tests } = await scan(host);
const failed = Object.values(tests)
  .filter((test) => !test.pass)
  .map((test) => test.result);
console.log(JSON.stringify({ grade: result.grade, score: result.score, failed }));
