package dev.parley.base.journal;

import dev.parley.base.problem.Code;
import dev.parley.base.problem.ProblemKind;

/** Why a range of the journal cannot be had. */
enum JournalCode implements Code {
  JOURNAL_TRIMMED;

  @Override
  public ProblemKind kind() {
    return ProblemKind.GONE;
  }

  @Override
  public String title() {
    return "These events cannot be had any more. Load the snapshot and go on from there.";
  }
}
