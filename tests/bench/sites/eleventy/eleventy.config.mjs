// Plain Eleventy: Markdown alone, without a template language inside it.
import { readFileSync } from "node:fs";

export default function (config) {
  const today = new Date().toISOString().slice(0, 10);
  const practice = JSON.parse(readFileSync(new URL("./practice.json", import.meta.url)));
  config.addGlobalData("practice", practice);
  config.addGlobalData("layout", "base.njk");
  config.addPassthroughCopy({ images: "images", "site.css": "site.css" });
  for (const folder of ["modalities", "symptoms", "offers"]) {
    config.addCollection(folder, (all) => all.getAll().filter((one) => one.data.folder === folder));
  }
  config.addCollection("running", (all) =>
    all
      .getAll()
      .filter(({ data }) => data.starts && data.starts <= today && data.ends >= today)
      .sort((one, other) => other.data.priority - one.data.priority),
  );
  return {
    dir: { input: "content", output: "output", includes: "../_includes" },
    markdownTemplateEngine: false,
  };
}
