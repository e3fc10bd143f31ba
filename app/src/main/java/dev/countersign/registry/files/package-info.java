/** The files in which systems and departments come and go: CSV and Backstage's catalogue, without the database. */
@NullMarked
package dev.countersign.registry.files;

import org.jspecify.annotations.NullMarked;
