import { defineConfig } from "vite";
import { pageAt } from "../../Pages/Kit/build.mjs";

export default defineConfig(pageAt("/panel/"));
