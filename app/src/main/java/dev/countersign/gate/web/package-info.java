/** What pipelines ask over HTTP. */
@NullMarked
package dev.countersign.gate.web;

import org.jspecify.annotations.NullMarked;
