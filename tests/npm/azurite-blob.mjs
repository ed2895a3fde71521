// Azurite's blob service, stopped as azurite.mjs stops its tables.
process.stdin.on("end", () => process.emit("SIGINT")).resume();
await import("azurite/dist/src/blob/main.js");
