/**
 * Owns the change document, its revisions, who wrote it, and the state it is in.
 *
 * <p>Who acts on a change, in the order of its road. Its state is written by {@code ChangeLedger} only, together with its
 * entry; a draft has none yet, and holds and commits have rows of their own:
 *
 * <ul>
 *   <li>{@code Drafts}: its author, while nobody else sees it; {@code Typing} keeps what was not sent yet.
 *   <li>{@code Changes}: its authors submit, amend and withdraw it, report its execution and record the outcome. Everybody
 *       else finds and locks it here.
 *   <li>{@code ChangeJudgements}: the policy, which looks at its facts and says what it must have.
 *   <li>{@code ChangeFlow}: whoever moves it on and is not its author: checks, reviewers, leaders and time.
 *   <li>{@code Editing}: its authors, while people decide on it or have approved it.
 *   <li>{@code Rejudging}: its director, who has it judged by today's policy.
 *   <li>{@code Transfers}: whoever puts it into another engineer's hands.
 *   <li>{@code Holds}: anybody who stops it, and the two sides that let it go on.
 *   <li>{@code Commits}: a pipeline, which tells who is behind its commits and so who its authors are.
 *   <li>{@code ChangeFollowUp}: time, where a timer was silent.
 * </ul>
 *
 * <p>What may be done is asked of {@code ChangePermissions}, {@code TransferRules} and {@code Holds}; the transitions
 * themselves are in {@code Change}.
 */
@NullMarked
package dev.countersign.changes;

import org.jspecify.annotations.NullMarked;
