package dev.countersign.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What to run as a child process; secrets go through the environment, never through the arguments. */
record Launch(String name, Path workingFolder, List<String> command, Map<String, String> environment) {}
