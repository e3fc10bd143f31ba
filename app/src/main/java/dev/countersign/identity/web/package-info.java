/** Owns the way in: log-in, bearer tokens, roles, headers, the frame around every page, and how a no is shown. */
@NullMarked
package dev.countersign.identity.web;

import org.jspecify.annotations.NullMarked;
