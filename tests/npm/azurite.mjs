// Azurite's table service, stopped as by Ctrl+C when standard input closes:
// so it saves what it acknowledged, and never outlives the tests that started it.
process.stdin.on("end", () => process.emit("SIGINT")).resume();
await import("azurite/dist/src/table/main.js");
