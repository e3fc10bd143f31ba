package dev.countersign.desk.web;

import dev.countersign.desk.Road;
import dev.countersign.desk.Road.Step;

/** A road as the page draws it: the model's address, and where to ask how far it has come meanwhile. */
public record Picture(Road road, String path) {

    public String model() {
        return "/engine/models/" + road.process() + ".bpmn";
    }

    public String passed() {
        return String.join(" ", road.passed());
    }

    public String now() {
        return String.join(" ", road.now());
    }

    /** Whether the process began anew between this step and the one before it. */
    public boolean startsAnew(int step) {
        Step here = road.steps().get(step);
        return step > 0 && here.run() != road.steps().get(step - 1).run();
    }
}
