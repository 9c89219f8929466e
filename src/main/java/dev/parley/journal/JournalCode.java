package dev.parley.journal;

import dev.parley.problem.Code;
import dev.parley.problem.Kind;

/** Why a range of the journal cannot be had. */
enum JournalCode implements Code {
  JOURNAL_TRIMMED;

  @Override
  public Kind kind() {
    return Kind.GONE;
  }

  @Override
  public String title() {
    return "These events cannot be had any more. Load the snapshot and go on from there.";
  }
}
