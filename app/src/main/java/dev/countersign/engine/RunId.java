package dev.countersign.engine;

/** `<subject>/<run>`, the one variable by which every process here says whose it is. */
record RunId(String subject, int number) {

    static RunId parse(String text) {
        int slash = text.lastIndexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException(
                    "Expected to read a run as '<subject>/<number>', but got '%s'.".formatted(text));
        }
        return new RunId(text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)));
    }
}
