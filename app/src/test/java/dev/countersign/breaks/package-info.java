/** Breaks rules of the house on purpose, one at a time, and looks whether a test notices. */
package dev.countersign.breaks;
