// Plain Astro. What it keeps from build to build stands in this folder, not beside the packages.
import { defineConfig } from "astro/config";

export default defineConfig({
  site: "https://www.example.com",
  outDir: "./output",
  cacheDir: "./kept",
  trailingSlash: "ignore",
  devToolbar: { enabled: false },
  vite: { cacheDir: "./kept/vite" },
});
