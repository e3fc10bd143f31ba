package dev.countersign.local;

import java.nio.file.Path;
import java.time.Duration;

/** Where the parts are put up: what each of them needs to know. */
record Site(
        DataFolder folder,
        Path dist,
        Jdk jdk,
        EngineChoice engine,
        Ports ports,
        Secrets secrets,
        Children children,
        Duration patience) {}
