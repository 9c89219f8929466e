package dev.parley.base.journal;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;

/** Goes around every service, within its transaction, so that the journal is its last word. */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 201)
public class JournalWriting {
  @Inject private Journal journal;

  @AroundInvoke
  Object write(InvocationContext call) throws Exception {
    return journal.writing(call::proceed);
  }
}
