// Loaded into a program that a build starts: when the build is killed, the program must not go on writing.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
process.channel?.unref();
